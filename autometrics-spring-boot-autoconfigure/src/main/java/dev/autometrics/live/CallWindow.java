package dev.autometrics.live;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Calls of a function in some time.
 *
 * @param seconds how long the time was, 0 if that is not known
 * @param errors the calls that failed
 * @param durations all calls by their duration
 * @since 0.1.0
 */
public record CallWindow(double seconds, long errors, Distribution durations) {

	/**
	 * A time that is too short to tell how often something happens.
	 */
	private static final double SHORTEST = 0.5;

	static CallWindow of(double seconds, long[] bounds, long[] sums) {
		return new CallWindow(seconds, sums[0], new Distribution(bounds, Arrays.copyOfRange(sums, 1, sums.length)));
	}

	static long calls(long[] sums) {
		long calls = 0;
		for (int bucket = 1; bucket < sums.length; bucket++) {
			calls += sums[bucket];
		}
		return calls;
	}

	/**
	 * Return the number of calls.
	 * @return the calls, good and bad
	 */
	public long calls() {
		return this.durations.calls();
	}

	/**
	 * Return how often the function was called.
	 * @return calls per second, {@code null} if not known
	 */
	public @Nullable Double rate() {
		return (this.seconds >= SHORTEST) ? calls() / this.seconds : null;
	}

	/**
	 * Return how many calls failed.
	 * @return a share from 0 to 1, {@code null} without calls
	 */
	public @Nullable Double errorRatio() {
		long calls = calls();
		return (calls > 0) ? (double) this.errors / calls : null;
	}

}
