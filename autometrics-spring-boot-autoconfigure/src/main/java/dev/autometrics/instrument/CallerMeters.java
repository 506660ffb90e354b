package dev.autometrics.instrument;

import java.util.Arrays;
import java.util.Objects;

import dev.autometrics.Result;
import dev.autometrics.model.FunctionId;
import org.jspecify.annotations.Nullable;

/**
 * What the calls of one function are written to: counters for each caller, and what a
 * subclass does with the durations. Safe for concurrent use.
 * <p>
 * A function has few callers, so they stand in an array that is searched by identity and
 * replaced when a caller calls for the first time. The first element is the function
 * called by nobody known, which takes the calls of all callers that there is no room for.
 */
abstract class CallerMeters implements FunctionMeters {

	private final Source source;

	private volatile Counters[] callers;

	private volatile boolean full;

	CallerMeters(Source source) {
		this.source = source;
		this.callers = new Counters[] { source.register(null) };
	}

	@Override
	public final void record(@Nullable FunctionId caller, Result result, long nanos) {
		countersOf(caller).increment(result);
		record(nanos);
	}

	/**
	 * Record how long a call took.
	 * @param nanos its duration in nanoseconds
	 */
	abstract void record(long nanos);

	@SuppressWarnings("ReferenceEquality")
	private Counters countersOf(@Nullable FunctionId caller) {
		for (Counters counters : this.callers) {
			if (counters.caller() == caller) {
				return counters;
			}
		}
		return this.full ? equalOrNone(caller) : addCaller(caller);
	}

	// Two application contexts know a function by two equal identities, so one that is
	// not found by identity has not necessarily to be added.
	private Counters equalOrNone(@Nullable FunctionId caller) {
		for (Counters counters : this.callers) {
			if (Objects.equals(counters.caller(), caller)) {
				return counters;
			}
		}
		return this.callers[0];
	}

	private synchronized Counters addCaller(@Nullable FunctionId caller) {
		Counters known = equalOrNone(caller);
		if (this.full || Objects.equals(known.caller(), caller)) {
			return known;
		}
		if (!this.source.admit(this.callers.length - 1)) {
			this.full = true;
			return known;
		}
		Counters added = this.source.register(caller);
		Counters[] extended = Arrays.copyOf(this.callers, this.callers.length + 1);
		extended[extended.length - 1] = added;
		this.callers = extended;
		return added;
	}

	/**
	 * The counters of one caller, one for each result.
	 */
	interface Counters {

		/**
		 * Return whom they count for.
		 * @return the caller, or {@code null} for none
		 */
		@Nullable FunctionId caller();

		/**
		 * Count a call.
		 * @param result how it ended
		 */
		void increment(Result result);

	}

	/**
	 * Where callers get their counters from.
	 */
	interface Source {

		/**
		 * Register the counters of a caller.
		 * @param caller the caller, {@code null} for none
		 * @return the counters
		 */
		Counters register(@Nullable FunctionId caller);

		/**
		 * Return whether there is room for one more caller.
		 * @param callers the number of callers so far
		 * @return {@code false} if calls of further callers count without one
		 */
		boolean admit(int callers);

	}

}
