package dev.autometrics.autoconfigure;

import java.util.List;

import dev.autometrics.instrument.OpenTelemetryTracker;
import dev.autometrics.instrument.Tracker;
import dev.autometrics.instrument.TrackerSettings;
import dev.autometrics.model.BuildInfo;
import dev.autometrics.problems.Problem;
import dev.autometrics.problems.ProblemCode;
import dev.autometrics.problems.Problems;
import io.opentelemetry.api.OpenTelemetry;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.ClassUtils;

/**
 * Chooses the OpenTelemetry that metrics are recorded with: the bean, else the global one
 * where somebody has set it.
 */
final class OpenTelemetryTrackers {

	private static final String API = "io.opentelemetry.api.OpenTelemetry";

	private OpenTelemetryTrackers() {
	}

	static Tracker of(ConfigurableListableBeanFactory beanFactory, BuildInfo buildInfo, TrackerSettings settings,
			Problems problems) {
		// It is asked for by name, so there is an answer where the API is missing.
		if (!ClassUtils.isPresent(API, beanFactory.getBeanClassLoader())) {
			throw new InvalidConfigurationPropertyValueException(TrackerChoice.PROPERTY, "opentelemetry",
					"io.opentelemetry:opentelemetry-api is not on the class path. Add it and an SDK as "
							+ "docs/opentelemetry.md says, or remove the property.");
		}
		return ofPresent(beanFactory, buildInfo, settings, problems);
	}

	private static Tracker ofPresent(ConfigurableListableBeanFactory beanFactory, BuildInfo buildInfo,
			TrackerSettings settings, Problems problems) {
		ObjectProvider<OpenTelemetry> beans = beanFactory.getBeanProvider(OpenTelemetry.class);
		List<OpenTelemetry> all = beans.stream().toList();
		OpenTelemetry bean = all.isEmpty() ? null : beans.getIfUnique();
		OpenTelemetry global = all.isEmpty() ? GlobalTelemetry.find(beanFactory.getBeanClassLoader()) : null;
		OpenTelemetry chosen = (bean != null) ? bean : global;
		OpenTelemetryTracker tracker = new OpenTelemetryTracker((chosen != null) ? chosen : OpenTelemetry.noop(),
				buildInfo, settings, problems);
		if (tracker.isNoop()) {
			problems.report(noop(all.size(), chosen));
		}
		closeLast(beanFactory);
		return tracker;
	}

	// An SDK exports for the last time when it is closed. The gauges are taken back then.
	private static void closeLast(ConfigurableListableBeanFactory beanFactory) {
		for (String name : beanFactory.getBeanNamesForType(OpenTelemetry.class, true, false)) {
			beanFactory.registerDependentBean(AutometricsAutoConfiguration.TRACKER_BEAN_NAME, name);
		}
	}

	private static Problem noop(int beans, @Nullable OpenTelemetry chosen) {
		String found;
		String fix = "Let it have an SdkMeterProvider with a reader, or remove autometrics.tracker.";
		if (chosen != null) {
			found = ((beans > 0) ? "The bean" : "GlobalOpenTelemetry") + " records no metrics";
		}
		else if (beans > 0) {
			found = "There are " + beans + " beans of that type, and none is primary";
			fix = "Mark one of them with @Primary.";
		}
		else {
			found = "There is no bean of that type, and nobody has set GlobalOpenTelemetry";
			fix = "Declare a bean, add the starter or the agent that docs/opentelemetry.md names, "
					+ "or remove autometrics.tracker.";
		}
		return new Problem(ProblemCode.NOOP_OPENTELEMETRY, "OpenTelemetry", found + ", so nothing is recorded.", fix);
	}

}
