package dev.autometrics.autoconfigure;

import dev.autometrics.instrument.MicrometerThresholds;
import dev.autometrics.instrument.Tracker;
import dev.autometrics.instrument.TrackerSettings;
import dev.autometrics.model.BuildInfo;
import dev.autometrics.problems.Problems;
import io.micrometer.core.instrument.config.MeterFilter;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * The beans that record with Micrometer.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnTracker(TrackerChoice.MICROMETER)
class AutometricsMicrometerConfiguration {

	@Bean
	@Order(1)
	MeterFilter autometricsThresholds() {
		return new MicrometerThresholds();
	}

	@Bean(name = MicrometerTrackers.BEAN_NAME, destroyMethod = "close")
	Tracker autometricsTracker(ListableBeanFactory beanFactory, BuildInfo buildInfo, TrackerSettings settings,
			Problems problems) {
		return MicrometerTrackers.of(beanFactory, buildInfo, settings, problems);
	}

}
