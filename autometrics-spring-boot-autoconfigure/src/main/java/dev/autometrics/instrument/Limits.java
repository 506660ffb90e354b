package dev.autometrics.instrument;

/**
 * How much is measured before something is wrong.
 *
 * @param functions functions beyond which there is a problem; those of beans are measured
 * all the same, since there are no more of them than the application has methods
 * @param callers callers of one function that are told apart
 * @param series time series of all functions beyond which no more callers are told apart
 * @since 0.1.0
 */
public record Limits(int functions, int callers, int series) {

	/**
	 * The limits of an application that sets none.
	 */
	public static final Limits DEFAULT = new Limits(300, 20, 10_000);

}
