package dev.autometrics.instrument;

import java.util.concurrent.TimeUnit;

import dev.autometrics.Result;
import dev.autometrics.model.FunctionId;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * The meters of one function: a timer, and two counters for each caller.
 */
final class MicrometerMeters implements FunctionMeters {

	private final CallerTable callers;

	private final Timer timer;

	MicrometerMeters(CallerTable callers, Timer timer) {
		this.callers = callers;
		this.timer = timer;
	}

	@Override
	public void record(@Nullable FunctionId caller, Result result, long nanos) {
		this.callers.of(caller).increment(result);
		this.timer.record(nanos, TimeUnit.NANOSECONDS);
	}

}
