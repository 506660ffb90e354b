package dev.autometrics.autoconfigure;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.autometrics.instrument.MicrometerTracker;
import dev.autometrics.instrument.Tracker;
import dev.autometrics.instrument.TrackerSettings;
import dev.autometrics.model.BuildInfo;
import dev.autometrics.problems.Problem;
import dev.autometrics.problems.ProblemCode;
import dev.autometrics.problems.Problems;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;

/**
 * Chooses the registries that metrics are recorded in.
 */
final class MicrometerTrackers {

	private MicrometerTrackers() {
	}

	/**
	 * Return the version of Micrometer.
	 * @return the version, {@code null} if nobody knows
	 */
	static @Nullable String version() {
		return MeterRegistry.class.getPackage().getImplementationVersion();
	}

	static Tracker of(ListableBeanFactory beanFactory, BuildInfo buildInfo, TrackerSettings settings,
			Problems problems) {
		MeterRegistry registry = registry(beanFactory.getBeanProvider(MeterRegistry.class));
		if (registry == null) {
			problems.report(new Problem(ProblemCode.NO_REGISTRY, "MeterRegistry",
					"The application has none, so nothing is recorded.",
					"Add spring-boot-starter-actuator and a registry such as micrometer-registry-prometheus."));
			return Tracker.NONE;
		}
		MicrometerTracker tracker = new MicrometerTracker(registry, buildInfo, settings, problems);
		// Not those of a parent context, which ends later.
		Map<String, MeterRegistry> owned = beanFactory.getBeansOfType(MeterRegistry.class, true, false);
		tracker.watch(owned.values());
		closeLast(beanFactory, owned.keySet());
		return tracker;
	}

	// A registry that pushes does so for the last time when it is closed. The tracker
	// takes its meters out of what is still open then.
	private static void closeLast(ListableBeanFactory beanFactory, Set<String> registries) {
		if (beanFactory instanceof ConfigurableBeanFactory configurable) {
			registries.forEach((registry) -> configurable
				.registerDependentBean(AutometricsAutoConfiguration.TRACKER_BEAN_NAME, registry));
		}
	}

	// Spring Boot makes a composite of several, unless one of them is primary. Whoever
	// has several wants the calls in all of them, and in none of them twice.
	private static @Nullable MeterRegistry registry(ObjectProvider<MeterRegistry> registries) {
		List<MeterRegistry> all = registries.orderedStream().toList();
		Set<MeterRegistry> parts = Collections.newSetFromMap(new IdentityHashMap<>());
		all.forEach((registry) -> addParts(registry, parts));
		List<MeterRegistry> whole = all.stream().filter((registry) -> !parts.contains(registry)).toList();
		if (whole.isEmpty()) {
			return null;
		}
		return (whole.size() == 1) ? whole.get(0) : new CompositeMeterRegistry(Clock.SYSTEM, whole);
	}

	private static void addParts(MeterRegistry registry, Set<MeterRegistry> parts) {
		if (registry instanceof CompositeMeterRegistry composite) {
			for (MeterRegistry part : composite.getRegistries()) {
				if (parts.add(part)) {
					addParts(part, parts);
				}
			}
		}
	}

}
