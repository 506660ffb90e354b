package dev.autometrics.instrument;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import dev.autometrics.Result;
import dev.autometrics.model.FunctionId;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * The meters of one function: a timer, and two counters for each caller.
 * <p>
 * A function has few callers, so they stand in an array that is searched by identity and
 * replaced when a caller calls for the first time. The first element is the function
 * called by nobody known, which takes the calls of all callers that there is no room for.
 */
final class MicrometerMeters implements FunctionMeters {

	private final Callers registration;

	private final Timer timer;

	private volatile CallerCounters[] callers;

	private volatile boolean full;

	MicrometerMeters(Callers registration, Timer timer) {
		this.registration = registration;
		this.timer = timer;
		this.callers = new CallerCounters[] { registration.register(null) };
	}

	@Override
	public void record(@Nullable FunctionId caller, Result result, long nanos) {
		countersOf(caller).increment(result);
		this.timer.record(nanos, TimeUnit.NANOSECONDS);
	}

	@SuppressWarnings("ReferenceEquality")
	private CallerCounters countersOf(@Nullable FunctionId caller) {
		for (CallerCounters counters : this.callers) {
			if (counters.caller() == caller) {
				return counters;
			}
		}
		return this.full ? equalOrNone(caller) : addCaller(caller);
	}

	// Two application contexts know a function by two equal identities, so one that is
	// not found by identity has not necessarily to be added.
	private CallerCounters equalOrNone(@Nullable FunctionId caller) {
		for (CallerCounters counters : this.callers) {
			if (Objects.equals(counters.caller(), caller)) {
				return counters;
			}
		}
		return this.callers[0];
	}

	private synchronized CallerCounters addCaller(@Nullable FunctionId caller) {
		CallerCounters known = equalOrNone(caller);
		if (this.full || Objects.equals(known.caller(), caller)) {
			return known;
		}
		if (!this.registration.admit(this.callers.length - 1)) {
			this.full = true;
			return known;
		}
		CallerCounters added = this.registration.register(caller);
		CallerCounters[] extended = Arrays.copyOf(this.callers, this.callers.length + 1);
		extended[extended.length - 1] = added;
		this.callers = extended;
		return added;
	}

	/**
	 * Where callers get their counters from.
	 */
	interface Callers {

		/**
		 * Register the counters of a caller.
		 * @param caller the caller, {@code null} for none
		 * @return the counters
		 */
		CallerCounters register(@Nullable FunctionId caller);

		/**
		 * Return whether there is room for one more caller.
		 * @param callers the number of callers so far
		 * @return {@code false} if calls of further callers count without one
		 */
		boolean admit(int callers);

	}

}
