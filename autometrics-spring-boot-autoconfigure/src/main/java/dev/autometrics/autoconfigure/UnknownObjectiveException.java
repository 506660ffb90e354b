package dev.autometrics.autoconfigure;

import java.util.Collection;
import java.util.List;

/**
 * Thrown when a function names an objective that nobody has declared.
 */
final class UnknownObjectiveException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String objective;

	private final String place;

	private final transient List<String> known;

	UnknownObjectiveException(String objective, String place, Collection<String> known) {
		super("The objective '" + objective + "' of " + place + " is not declared");
		this.objective = objective;
		this.place = place;
		this.known = List.copyOf(known);
	}

	String objective() {
		return this.objective;
	}

	String place() {
		return this.place;
	}

	List<String> known() {
		return this.known;
	}

}
