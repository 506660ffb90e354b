package dev.autometrics;

import java.time.Duration;
import java.util.Objects;

/**
 * What an objective says about durations: how many calls take at most how long. The
 * constants are the thresholds of the Autometrics specification; any other positive
 * duration is one as well.
 *
 * @param threshold the longest duration of a good call, greater than zero
 * @param percentile the share of good calls in percent, between 0 and 100
 * @since 0.1.0
 */
public record ObjectiveLatency(Duration threshold, double percentile) {

	/**
	 * 5 milliseconds.
	 */
	public static final Duration MS_5 = Duration.ofMillis(5);

	/**
	 * 10 milliseconds.
	 */
	public static final Duration MS_10 = Duration.ofMillis(10);

	/**
	 * 25 milliseconds.
	 */
	public static final Duration MS_25 = Duration.ofMillis(25);

	/**
	 * 50 milliseconds.
	 */
	public static final Duration MS_50 = Duration.ofMillis(50);

	/**
	 * 75 milliseconds.
	 */
	public static final Duration MS_75 = Duration.ofMillis(75);

	/**
	 * 100 milliseconds.
	 */
	public static final Duration MS_100 = Duration.ofMillis(100);

	/**
	 * 250 milliseconds.
	 */
	public static final Duration MS_250 = Duration.ofMillis(250);

	/**
	 * 500 milliseconds.
	 */
	public static final Duration MS_500 = Duration.ofMillis(500);

	/**
	 * 750 milliseconds.
	 */
	public static final Duration MS_750 = Duration.ofMillis(750);

	/**
	 * 1 second.
	 */
	public static final Duration S_1 = Duration.ofSeconds(1);

	/**
	 * 2.5 seconds.
	 */
	public static final Duration MS_2500 = Duration.ofMillis(2500);

	/**
	 * 5 seconds.
	 */
	public static final Duration S_5 = Duration.ofSeconds(5);

	/**
	 * 7.5 seconds.
	 */
	public static final Duration MS_7500 = Duration.ofMillis(7500);

	/**
	 * 10 seconds.
	 */
	public static final Duration S_10 = Duration.ofSeconds(10);

	public ObjectiveLatency {
		Objects.requireNonNull(threshold, "threshold");
		if (threshold.isNegative() || threshold.isZero()) {
			throw new IllegalArgumentException(
					"The latency threshold must be greater than zero, such as 250 ms, but is '" + threshold + "'");
		}
		ObjectivePercentile.require(percentile, "latency percentile");
	}

}
