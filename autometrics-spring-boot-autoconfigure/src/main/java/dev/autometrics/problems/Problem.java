package dev.autometrics.problems;

import java.util.Comparator;
import java.util.Objects;

/**
 * A reason why something is not measured. Ordered by severity, code and place.
 *
 * @param code the kind
 * @param severity how bad it is
 * @param place where it is: a method, a class, a bean, a metric or a property
 * @param message what was found, a sentence
 * @param fix what to do about it, a sentence or two
 * @since 0.1.0
 */
public record Problem(ProblemCode code, Severity severity, String place, String message,
		String fix) implements Comparable<Problem> {

	public Problem {
		Objects.requireNonNull(code, "code");
		Objects.requireNonNull(severity, "severity");
		Objects.requireNonNull(place, "place");
		Objects.requireNonNull(message, "message");
		Objects.requireNonNull(fix, "fix");
	}

	/**
	 * Create a problem as severe as its kind.
	 * @param code the kind
	 * @param place where it is
	 * @param message what was found
	 * @param fix what to do about it
	 */
	public Problem(ProblemCode code, String place, String message, String fix) {
		this(code, code.severity(), place, message, fix);
	}

	@Override
	public int compareTo(Problem other) {
		return Order.BY_SEVERITY.compare(this, other);
	}

	/**
	 * Return the problem as it is logged.
	 * @return one line
	 */
	@Override
	public String toString() {
		return "%s %s: %s %s (%s)".formatted(this.code.code(), this.place, this.message, this.fix, this.code.docs());
	}

	// Made with the first list of problems, which most applications never see.
	private static final class Order {

		private static final Comparator<Problem> BY_SEVERITY = Comparator.comparing(Problem::severity)
			.thenComparing(Problem::code)
			.thenComparing(Problem::place)
			.thenComparing(Problem::message)
			.thenComparing(Problem::fix);

	}

}
