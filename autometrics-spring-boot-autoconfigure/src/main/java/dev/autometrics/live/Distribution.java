package dev.autometrics.live;

import org.jspecify.annotations.Nullable;

/**
 * Calls by duration. Percentiles are those that {@code histogram_quantile} of Prometheus
 * tells of the same buckets.
 *
 * @since 0.1.0
 */
public final class Distribution {

	/**
	 * No calls.
	 */
	static final Distribution NONE = new Distribution(new long[1], new long[2]);

	private static final double NANOS_PER_SECOND = 1e9;

	private final long[] bounds;

	private final long[] counts;

	/**
	 * Create a distribution.
	 * @param bounds the upper bounds of the buckets in nanoseconds, in ascending order
	 * @param counts the calls in each bucket, and in a last one without a bound
	 */
	Distribution(long[] bounds, long[] counts) {
		this.bounds = bounds;
		this.counts = counts;
	}

	/**
	 * Return the number of calls.
	 * @return the calls of all buckets
	 */
	public long calls() {
		long calls = 0;
		for (long count : this.counts) {
			calls += count;
		}
		return calls;
	}

	/**
	 * Return the number of calls that took longer than a threshold.
	 * @param nanos the threshold in nanoseconds, the bound of a bucket
	 * @return the calls in the buckets above
	 */
	public long slowerThan(long nanos) {
		long slower = 0;
		for (int bucket = 0; bucket < this.counts.length; bucket++) {
			boolean quick = bucket < this.bounds.length && this.bounds[bucket] <= nanos;
			slower += quick ? 0 : this.counts[bucket];
		}
		return slower;
	}

	/**
	 * Return a duration that a share of the calls does not exceed. Within a bucket calls
	 * are taken to be spread evenly; longer ones than the last bound are taken to be as
	 * long as that.
	 * @param share the share from 0 to 1, exclusive
	 * @return the duration in seconds, {@code null} without calls
	 */
	public @Nullable Double quantile(double share) {
		long calls = calls();
		if (calls == 0) {
			return null;
		}
		double rank = share * calls;
		double below = 0;
		for (int bucket = 0; bucket < this.bounds.length; bucket++) {
			if (below + this.counts[bucket] >= rank) {
				double lower = (bucket > 0) ? this.bounds[bucket - 1] : 0;
				double width = this.bounds[bucket] - lower;
				return (lower + width * (rank - below) / this.counts[bucket]) / NANOS_PER_SECOND;
			}
			below += this.counts[bucket];
		}
		return this.bounds[this.bounds.length - 1] / NANOS_PER_SECOND;
	}

}
