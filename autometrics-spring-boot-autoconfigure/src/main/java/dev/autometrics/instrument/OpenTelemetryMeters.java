package dev.autometrics.instrument;

import dev.autometrics.Result;
import dev.autometrics.model.FunctionId;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import org.jspecify.annotations.Nullable;

/**
 * What one function records: durations in a histogram, and a count for each caller. The
 * instruments belong to all functions, the attributes to this one.
 */
final class OpenTelemetryMeters implements FunctionMeters {

	private static final double NANOS = 1e9;

	private final CallerTable callers;

	private final DoubleHistogram durations;

	private final Attributes attributes;

	OpenTelemetryMeters(CallerTable callers, DoubleHistogram durations, Attributes attributes) {
		this.callers = callers;
		this.durations = durations;
		this.attributes = attributes;
	}

	@Override
	public void record(@Nullable FunctionId caller, Result result, long nanos) {
		this.callers.of(caller).increment(result);
		this.durations.record(nanos / NANOS, this.attributes);
	}

}
