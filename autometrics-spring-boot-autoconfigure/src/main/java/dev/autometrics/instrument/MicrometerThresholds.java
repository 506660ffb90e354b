package dev.autometrics.instrument;

import java.util.Arrays;
import java.util.stream.DoubleStream;

import dev.autometrics.model.Label;
import dev.autometrics.model.Metric;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import org.jspecify.annotations.Nullable;

/**
 * Filter that keeps a bucket for the latency threshold of a function's objective,
 * whatever the application says of buckets: without it, the objective could not be
 * watched. It has to come after the filters that say so.
 *
 * @since 0.1.0
 */
public final class MicrometerThresholds implements MeterFilter {

	private static final double NANOS = 1e9;

	@Override
	public @Nullable DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
		String threshold = id.getTag(Label.OBJECTIVE_LATENCY_THRESHOLD.dotted());
		if (threshold == null || threshold.isEmpty() || !id.getName().equals(Metric.DURATION.dotted())) {
			return config;
		}
		double bound = Math.rint(Double.parseDouble(threshold) * NANOS);
		double[] bounds = config.getServiceLevelObjectiveBoundaries();
		if (bounds != null && Arrays.stream(bounds).anyMatch((other) -> other == bound)) {
			return config;
		}
		double[] all = DoubleStream
			.concat((bounds != null) ? Arrays.stream(bounds) : DoubleStream.empty(), DoubleStream.of(bound))
			.sorted()
			.toArray();
		return DistributionStatisticConfig.builder().serviceLevelObjectives(all).build().merge(config);
	}

}
