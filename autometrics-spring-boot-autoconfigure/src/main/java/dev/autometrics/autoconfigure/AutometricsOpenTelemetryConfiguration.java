package dev.autometrics.autoconfigure;

import dev.autometrics.instrument.Tracker;
import dev.autometrics.instrument.TrackerSettings;
import dev.autometrics.model.BuildInfo;
import dev.autometrics.problems.Problems;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.ClassUtils;

/**
 * The beans that record with OpenTelemetry. It is asked for by name, so there is an
 * answer where the API is missing.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnTracker(TrackerChoice.OPENTELEMETRY)
class AutometricsOpenTelemetryConfiguration {

	private static final String API = "io.opentelemetry.api.OpenTelemetry";

	@Bean(name = OpenTelemetryTrackers.BEAN_NAME, destroyMethod = "close")
	Tracker autometricsTracker(ConfigurableListableBeanFactory beanFactory, BuildInfo buildInfo,
			TrackerSettings settings, Problems problems) {
		if (!ClassUtils.isPresent(API, beanFactory.getBeanClassLoader())) {
			throw new InvalidConfigurationPropertyValueException(TrackerChoice.PROPERTY, "opentelemetry",
					"io.opentelemetry:opentelemetry-api is not on the class path. Add it and an SDK as "
							+ "docs/opentelemetry.md says, or remove the property.");
		}
		return OpenTelemetryTrackers.of(beanFactory, buildInfo, settings, problems);
	}

}
