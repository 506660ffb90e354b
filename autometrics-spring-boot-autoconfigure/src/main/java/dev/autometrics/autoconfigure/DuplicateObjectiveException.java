package dev.autometrics.autoconfigure;

/**
 * Thrown when two objectives have the same name.
 */
final class DuplicateObjectiveException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String name;

	private final String first;

	private final String second;

	DuplicateObjectiveException(String name, String first, String second) {
		super("The objective '" + name + "' is declared twice: by " + first + " and by " + second);
		this.name = name;
		this.first = first;
		this.second = second;
	}

	String name() {
		return this.name;
	}

	String first() {
		return this.first;
	}

	String second() {
		return this.second;
	}

}
