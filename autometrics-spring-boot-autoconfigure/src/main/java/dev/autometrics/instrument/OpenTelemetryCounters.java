package dev.autometrics.instrument;

import dev.autometrics.Result;
import dev.autometrics.model.FunctionId;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of the calls of one function by one caller, made once.
 *
 * @param caller the caller, or {@code null} for none
 * @param counter the counter of all functions
 * @param succeeded the attributes of the good calls
 * @param failed the attributes of the bad calls
 */
record OpenTelemetryCounters(@Nullable FunctionId caller, LongCounter counter, Attributes succeeded,
		Attributes failed) implements CallerMeters.Counters {

	@Override
	public void increment(Result result) {
		this.counter.add(1, (result == Result.OK) ? this.succeeded : this.failed);
	}

	/**
	 * Publish both results at zero.
	 */
	void publish() {
		this.counter.add(0, this.succeeded);
		this.counter.add(0, this.failed);
	}

}
