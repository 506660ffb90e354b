package dev.autometrics;

/**
 * The percentiles of the Autometrics specification, in percent. An objective takes any
 * other between 0 and 100 as well.
 *
 * @since 0.1.0
 */
public final class ObjectivePercentile {

	/**
	 * Nine calls of ten.
	 */
	public static final double P90 = 90;

	/**
	 * 95 calls of a hundred.
	 */
	public static final double P95 = 95;

	/**
	 * 99 calls of a hundred.
	 */
	public static final double P99 = 99;

	/**
	 * 999 calls of a thousand.
	 */
	public static final double P99_9 = 99.9;

	private ObjectivePercentile() {
	}

	// NaN is refused as well.
	static void require(double percentile, String what) {
		if (!(percentile > 0 && percentile < 100)) {
			throw new IllegalArgumentException(
					"The " + what + " must be greater than 0 and less than 100 percent, such " + "as 99.9, but is '"
							+ percentile + "'");
		}
	}

}
