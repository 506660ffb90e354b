package dev.autometrics.explorer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Figures of a function over time.
 *
 * @param step the time between two points
 * @param times the times of the points, oldest first
 * @param values a value for every point, {@code null} for a gap, by what it tells
 * @param deploys when another version started, oldest first
 * @param resets when counters started again at zero, oldest first
 * @param instances the number of instances that the figures are of, {@code null} if not
 * known
 * @since 0.1.0
 */
public record FunctionSeries(Duration step, List<Instant> times, Map<Kind, List<@Nullable Double>> values,
		List<Deploy> deploys, List<Instant> resets, @Nullable Integer instances) {

	/**
	 * What a series tells.
	 */
	public enum Kind {

		/**
		 * Calls per second that succeeded.
		 */
		OK,

		/**
		 * Calls per second that failed.
		 */
		ERROR,

		/**
		 * Share of calls that failed, from 0 to 1.
		 */
		ERROR_RATIO,

		/**
		 * Median of the duration in seconds.
		 */
		P50,

		/**
		 * 95th percentile of the duration in seconds.
		 */
		P95,

		/**
		 * 99th percentile of the duration in seconds.
		 */
		P99,

		/**
		 * Calls under way.
		 */
		CONCURRENT

	}

	/**
	 * The start of another version.
	 *
	 * @param at when it was first seen
	 * @param version its version, empty if not known
	 * @param commit its commit, empty if not known
	 */
	public record Deploy(Instant at, String version, String commit) {

	}

}
