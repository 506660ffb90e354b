package dev.autometrics.instrument;

import dev.autometrics.Result;
import dev.autometrics.model.FunctionId;
import io.micrometer.core.instrument.Counter;
import org.jspecify.annotations.Nullable;

/**
 * The counters of one function called by one caller.
 *
 * @param caller the caller, or {@code null} for none
 * @param succeeded counter of the good calls
 * @param failed counter of the bad calls
 */
record CallerCounters(@Nullable FunctionId caller, Counter succeeded, Counter failed) implements CallerMeters.Counters {

	@Override
	public void increment(Result result) {
		((result == Result.OK) ? this.succeeded : this.failed).increment();
	}

}
