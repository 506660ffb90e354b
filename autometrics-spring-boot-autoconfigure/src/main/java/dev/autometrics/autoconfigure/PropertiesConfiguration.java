package dev.autometrics.autoconfigure;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The bean of the properties, for those who want to look at them.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AutometricsProperties.class)
@Import(LazyPropertiesRegistrar.class)
class PropertiesConfiguration {

}
