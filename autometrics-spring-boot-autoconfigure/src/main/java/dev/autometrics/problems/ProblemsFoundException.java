package dev.autometrics.problems;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown when problems keep the application from starting, as it has asked for.
 *
 * @since 0.1.0
 */
public final class ProblemsFoundException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<Problem> problems;

	/**
	 * Create an exception.
	 * @param problems the problems
	 */
	public ProblemsFoundException(List<Problem> problems) {
		super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
		this.problems = List.copyOf(problems);
	}

	/**
	 * Return the problems.
	 * @return at least one
	 */
	public List<Problem> problems() {
		return this.problems;
	}

}
