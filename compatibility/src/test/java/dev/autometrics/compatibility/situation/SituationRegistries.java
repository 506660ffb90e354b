package dev.autometrics.compatibility.situation;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Registries that are beans of the application.
 */
final class SituationRegistries {

	private SituationRegistries() {
	}

	/**
	 * A registry.
	 */
	@Configuration(proxyBeanMethods = false)
	static class First {

		@Bean
		SimpleMeterRegistry first() {
			return new SimpleMeterRegistry();
		}

	}

	/**
	 * Another registry.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Second {

		@Bean
		SimpleMeterRegistry second() {
			return new SimpleMeterRegistry();
		}

	}

	/**
	 * The registry that is preferred.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Preferred {

		@Bean
		@Primary
		SimpleMeterRegistry preferred() {
			return new SimpleMeterRegistry();
		}

	}

}
