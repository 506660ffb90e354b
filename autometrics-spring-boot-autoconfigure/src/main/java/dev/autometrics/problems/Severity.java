package dev.autometrics.problems;

/**
 * How bad a {@link Problem} is.
 *
 * @since 0.1.0
 */
public enum Severity {

	/**
	 * Something is not measured that somebody wants to be measured.
	 */
	WARN,

	/**
	 * Something is not measured, and that may well be meant.
	 */
	INFO

}
