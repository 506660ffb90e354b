package dev.autometrics.live;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

import dev.autometrics.Result;
import dev.autometrics.model.FunctionId;
import org.jspecify.annotations.Nullable;

/**
 * How long the calls of one function took, and who made them. Written on the hot path by
 * many threads: a search in two short arrays and one or two adders, no allocation.
 * <p>
 * Every call is counted in one bucket, which is of good calls or of bad ones, so calls,
 * errors and percentiles always agree with each other.
 */
final class CallDetails {

	private final long[] bounds;

	private final LongAdder[] succeeded;

	private final LongAdder[] failed;

	private final int limit;

	// Most functions have one caller, so the calls of the first one are those that the
	// others leave.
	private volatile CallerFigures[] callers = {};

	/**
	 * Create details without calls.
	 * @param bounds the upper bounds of the buckets in nanoseconds, in ascending order
	 * @param limit the callers that are told apart
	 */
	CallDetails(long[] bounds, int limit) {
		this.bounds = bounds.clone();
		this.succeeded = adders(bounds.length + 1);
		this.failed = adders(bounds.length + 1);
		this.limit = limit;
	}

	private static LongAdder[] adders(int count) {
		return Stream.generate(LongAdder::new).limit(count).toArray(LongAdder[]::new);
	}

	@SuppressWarnings("ReferenceEquality")
	void record(@Nullable FunctionId caller, Result result, long nanos) {
		((result == Result.OK) ? this.succeeded : this.failed)[bucketOf(nanos)].increment();
		CallerFigures[] callers = this.callers;
		if (callers.length == 0 || callers[0].caller() != caller) {
			recordFurther(caller, result);
		}
	}

	@SuppressWarnings("ReferenceEquality")
	private void recordFurther(@Nullable FunctionId caller, Result result) {
		CallerFigures[] callers = this.callers;
		for (int i = 1; i < callers.length; i++) {
			if (callers[i].caller() == caller) {
				callers[i].end(result);
				return;
			}
		}
		CallerFigures known = equalOrAdded(caller);
		if (known != this.callers[0]) {
			known.end(result);
		}
	}

	// Most calls are short, so the first bounds are the likely ones.
	private int bucketOf(long nanos) {
		int bucket = 0;
		while (bucket < this.bounds.length && nanos > this.bounds[bucket]) {
			bucket++;
		}
		return bucket;
	}

	// Two application contexts know a function by two equal identities. What there is no
	// room for counts as called by nobody known, as in the metrics.
	private synchronized CallerFigures equalOrAdded(@Nullable FunctionId caller) {
		CallerFigures known = find(caller);
		if (known != null) {
			return known;
		}
		long told = Stream.of(this.callers).filter((figures) -> figures.caller() != null).count();
		if (caller != null && told >= this.limit) {
			return equalOrAdded(null);
		}
		CallerFigures added = new CallerFigures(caller);
		CallerFigures[] extended = Arrays.copyOf(this.callers, this.callers.length + 1);
		extended[extended.length - 1] = added;
		this.callers = extended;
		return added;
	}

	private @Nullable CallerFigures find(@Nullable FunctionId caller) {
		for (CallerFigures figures : this.callers) {
			if (Objects.equals(figures.caller(), caller)) {
				return figures;
			}
		}
		return null;
	}

	long calls() {
		return sum(this.succeeded) + sum(this.failed);
	}

	long errors() {
		return sum(this.failed);
	}

	private static long sum(LongAdder[] adders) {
		long sum = 0;
		for (LongAdder adder : adders) {
			sum += adder.sum();
		}
		return sum;
	}

	/**
	 * Return the callers so far.
	 * @return the callers, the first one first
	 */
	List<CallerFigures> callers() {
		return List.of(this.callers);
	}

	/**
	 * Return the good calls of a caller and the bad ones.
	 * @param caller one of the callers
	 * @return two numbers
	 */
	@SuppressWarnings("ReferenceEquality")
	long[] counts(CallerFigures caller) {
		CallerFigures[] callers = this.callers;
		if (caller != callers[0]) {
			return caller.counts();
		}
		long[] left = { sum(this.succeeded), sum(this.failed) };
		for (int i = 1; i < callers.length; i++) {
			long[] others = callers[i].counts();
			left[0] -= others[0];
			left[1] -= others[1];
		}
		// A call under way may be counted as that of another caller only.
		return new long[] { Math.max(0, left[0]), Math.max(0, left[1]) };
	}

	long[] bounds() {
		return this.bounds.clone();
	}

	/**
	 * Return the calls by bucket, the last of which has no bound: first the good ones,
	 * then the bad ones.
	 * @return twice as many numbers as there are buckets
	 */
	long[] counts() {
		int buckets = this.succeeded.length;
		long[] counts = new long[2 * buckets];
		for (int bucket = 0; bucket < buckets; bucket++) {
			counts[bucket] = this.succeeded[bucket].sum();
			counts[buckets + bucket] = this.failed[bucket].sum();
		}
		return counts;
	}

}
