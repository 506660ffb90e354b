package dev.autometrics.compatibility.situation;

import org.glassfish.jersey.server.ResourceConfig;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets Jersey take the orders.
 */
@Configuration(proxyBeanMethods = false)
class SituationJersey {

	@Bean
	ResourceConfig resourceConfig() {
		return new ResourceConfig(SituationOrders.class);
	}

}
