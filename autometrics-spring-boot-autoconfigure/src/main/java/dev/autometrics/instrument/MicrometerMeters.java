package dev.autometrics.instrument;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import dev.autometrics.Result;
import dev.autometrics.model.FunctionId;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * The meters of one function: a timer, and two counters for each caller.
 * <p>
 * A function has few callers, so they stand in an array that is searched by identity and
 * replaced when a caller calls for the first time. The first element is the function
 * called by nobody known.
 */
final class MicrometerMeters implements FunctionMeters {

	private final Function<@Nullable FunctionId, CallerCounters> registration;

	private final Timer timer;

	private volatile CallerCounters[] callers;

	MicrometerMeters(Function<@Nullable FunctionId, CallerCounters> registration, Timer timer) {
		this.registration = registration;
		this.timer = timer;
		this.callers = new CallerCounters[] { registration.apply(null) };
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
		return addCaller(caller);
	}

	// Two application contexts know a function by two equal identities, so one that is
	// not found by identity has not necessarily to be added.
	private synchronized CallerCounters addCaller(@Nullable FunctionId caller) {
		for (CallerCounters counters : this.callers) {
			if (Objects.equals(counters.caller(), caller)) {
				return counters;
			}
		}
		CallerCounters added = this.registration.apply(caller);
		CallerCounters[] extended = Arrays.copyOf(this.callers, this.callers.length + 1);
		extended[extended.length - 1] = added;
		this.callers = extended;
		return added;
	}

}
