package dev.autometrics.instrument;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;

/**
 * What one function records: durations in a histogram, and a count for each caller. The
 * instruments belong to all functions, the attributes to this one.
 */
final class OpenTelemetryMeters extends CallerMeters {

	private static final double NANOS = 1e9;

	private final DoubleHistogram durations;

	private final Attributes attributes;

	OpenTelemetryMeters(Source source, DoubleHistogram durations, Attributes attributes) {
		super(source);
		this.durations = durations;
		this.attributes = attributes;
	}

	@Override
	void record(long nanos) {
		this.durations.record(nanos / NANOS, this.attributes);
	}

}
