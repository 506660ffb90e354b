package dev.autometrics.autoconfigure;

import java.util.List;

import dev.autometrics.instrument.Limits;
import dev.autometrics.instrument.MicrometerTracker;
import dev.autometrics.instrument.Tracker;
import dev.autometrics.model.BuildInfo;
import dev.autometrics.model.Objectives;
import dev.autometrics.problems.Problem;
import dev.autometrics.problems.ProblemCode;
import dev.autometrics.problems.Problems;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Chooses where metrics are recorded.
 */
final class Trackers {

	private Trackers() {
	}

	static Tracker of(ObjectProvider<MeterRegistry> registries, BuildInfo buildInfo,
			MicrometerTracker.Settings settings, Problems problems) {
		MeterRegistry registry = registry(registries);
		if (registry == null) {
			problems.report(new Problem(ProblemCode.NO_REGISTRY, "MeterRegistry",
					"The application has none, so nothing is recorded.",
					"Add spring-boot-starter-actuator and a registry such as micrometer-registry-prometheus."));
			return Tracker.NONE;
		}
		return new MicrometerTracker(registry, buildInfo, settings, problems);
	}

	static MicrometerTracker.Settings settings(AutometricsProperties properties, Objectives objectives) {
		AutometricsProperties.Limits limits = properties.limits();
		return new MicrometerTracker.Settings(properties.buckets(), objectives,
				new Limits(limits.functions(), limits.callers(), limits.series()));
	}

	// Spring Boot makes a composite of several. Where it does not, all of them count.
	private static @Nullable MeterRegistry registry(ObjectProvider<MeterRegistry> registries) {
		MeterRegistry unique = registries.getIfUnique();
		if (unique != null) {
			return unique;
		}
		List<MeterRegistry> all = registries.orderedStream().toList();
		return all.isEmpty() ? null : new CompositeMeterRegistry(Clock.SYSTEM, all);
	}

}
