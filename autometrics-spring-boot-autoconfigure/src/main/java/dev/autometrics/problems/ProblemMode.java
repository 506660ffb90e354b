package dev.autometrics.problems;

/**
 * What becomes of problems.
 *
 * @since 0.1.0
 */
public enum ProblemMode {

	/**
	 * They are logged, once each, and listed.
	 */
	WARN,

	/**
	 * A problem of severity {@link Severity#WARN} that is there at the start keeps the
	 * application from starting.
	 */
	FAIL,

	/**
	 * They are not looked for.
	 */
	OFF

}
