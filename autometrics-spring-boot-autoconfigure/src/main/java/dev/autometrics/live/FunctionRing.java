package dev.autometrics.live;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Samples of one function that has been called: its errors, its calls by bucket, its
 * calls under way, and the good and bad calls of each caller. Not safe for concurrent
 * use.
 */
final class FunctionRing {

	private static final int CALLER_COLUMNS = 2;

	private final CallDetails details;

	private final int samples;

	private final CountRing counts;

	private final int[] concurrent;

	private final Map<CallerFigures, CountRing> callers = new HashMap<>();

	/**
	 * Create a ring without samples.
	 * @param details what is sampled
	 * @param samples the number of samples that are kept
	 */
	FunctionRing(CallDetails details, int samples) {
		this.details = details;
		this.samples = samples;
		this.counts = new CountRing(samples, sums(details).length);
		this.concurrent = new int[samples];
	}

	/**
	 * Return the sums that are sampled: the errors, then the calls by bucket.
	 * @param details where they are counted
	 * @return one number more than there are buckets
	 */
	static long[] sums(CallDetails details) {
		long[] counts = details.counts();
		int buckets = counts.length / 2;
		long[] sums = new long[1 + buckets];
		for (int bucket = 0; bucket < buckets; bucket++) {
			long failed = counts[buckets + bucket];
			sums[0] += failed;
			sums[1 + bucket] = counts[bucket] + failed;
		}
		return sums;
	}

	void put(int slot, long concurrent) {
		this.counts.put(slot, sums(this.details));
		this.concurrent[slot] = (int) Math.min(Integer.MAX_VALUE, concurrent);
		for (CallerFigures caller : this.details.callers()) {
			this.callers.computeIfAbsent(caller, (key) -> new CountRing(this.samples, CALLER_COLUMNS))
				.put(slot, this.details.counts(caller));
		}
	}

	int concurrent(int slot) {
		return this.concurrent[slot];
	}

	CountRing counts() {
		return this.counts;
	}

	@Nullable CountRing counts(CallerFigures caller) {
		return this.callers.get(caller);
	}

}
