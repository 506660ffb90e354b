package dev.autometrics.benchmarks;

import dev.autometrics.model.FunctionId;
import dev.autometrics.model.Label;
import dev.autometrics.model.Metric;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

/**
 * The meters that the library has for the functions of {@link FunctionClasses},
 * registered by hand.
 */
final class HandWrittenMeters {

	private static final String SERVICE = "startup";

	private final MeterRegistry registry;

	HandWrittenMeters(MeterRegistry registry) {
		this.registry = registry;
	}

	void registerTimers() {
		FunctionClasses.ids()
			.forEach((id) -> Timer.builder(Metric.DURATION.dotted())
				.description(Metric.DURATION.description())
				.tags(tags(id).and(Label.OBJECTIVE_LATENCY_THRESHOLD.dotted(), ""))
				.serviceLevelObjectives(HandWrittenFunction.buckets())
				.register(this.registry));
	}

	/**
	 * Register the counters of every function for one caller.
	 * @param callerFunction the function that calls, empty for none
	 * @param callerModule its module, empty for none
	 */
	void registerCounters(String callerFunction, String callerModule) {
		for (FunctionId id : FunctionClasses.ids()) {
			for (String result : new String[] { "ok", "error" }) {
				Counter.builder(Metric.CALLS.dotted())
					.description(Metric.CALLS.description())
					.tags(tags(id).and(Label.RESULT.dotted(), result)
						.and(Label.CALLER_FUNCTION.dotted(), callerFunction)
						.and(Label.CALLER_MODULE.dotted(), callerModule))
					.register(this.registry);
			}
		}
	}

	private static Tags tags(FunctionId id) {
		return Tags.of(Label.FUNCTION.dotted(), id.function())
			.and(Label.MODULE.dotted(), id.module())
			.and(Label.SERVICE_NAME.dotted(), SERVICE)
			.and(Label.OBJECTIVE_NAME.dotted(), "")
			.and(Label.OBJECTIVE_PERCENTILE.dotted(), "");
	}

}
