package dev.autometrics.explorer;

import org.jspecify.annotations.Nullable;

/**
 * Percentiles of a duration, in seconds. A percentile that is not known is {@code null}.
 *
 * @param p50 what half of the calls do not exceed
 * @param p95 what 95 % of the calls do not exceed
 * @param p99 what 99 % of the calls do not exceed
 * @since 0.1.0
 */
public record Percentiles(@Nullable Double p50, @Nullable Double p95, @Nullable Double p99) {

	/**
	 * Percentiles of no calls.
	 */
	public static final Percentiles UNKNOWN = new Percentiles(null, null, null);

}
