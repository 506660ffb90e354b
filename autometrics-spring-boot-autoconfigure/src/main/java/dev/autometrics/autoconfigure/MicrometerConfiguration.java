package dev.autometrics.autoconfigure;

import dev.autometrics.instrument.MicrometerThresholds;
import io.micrometer.core.instrument.config.MeterFilter;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * What recording with Micrometer takes before there is a registry.
 */
@Configuration(proxyBeanMethods = false)
class MicrometerConfiguration {

	@Bean
	@Order(1)
	MeterFilter autometricsThresholds() {
		return new MicrometerThresholds();
	}

}
