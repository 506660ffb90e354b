package dev.autometrics.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.autometrics.autoconfigure.AutometricsAutoConfiguration;

import org.springframework.aop.config.AopConfigUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.AnnotationMetadata;

/**
 * An application of many beans, with Spring MVC on Tomcat, Spring Boot Actuator and a
 * Prometheus registry.
 * <p>
 * Every variant has the auto-proxy creator that an application without AspectJ has. That
 * of AspectJ, which is on the class path for other benchmarks, would look for aspects
 * among all beans.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(StartupApplication.ProxyCreatorRegistrar.class)
class StartupApplication {

	private static final String LIBRARY = AutometricsAutoConfiguration.class.getPackageName() + ".";

	/**
	 * Start an application. Its classes have to be there before the time is taken.
	 * @param variant what it is made of
	 * @param beans its classes
	 * @param arguments its command line
	 * @return the application
	 */
	static ConfigurableApplicationContext start(StartupVariant variant, List<Class<?>> beans, String... arguments) {
		return new SpringApplicationBuilder(StartupApplication.class).web(WebApplicationType.SERVLET)
			.properties(properties(variant))
			.initializers((ApplicationContextInitializer<GenericApplicationContext>) (context) -> {
				beans.forEach(context::registerBean);
				if (variant == StartupVariant.EMPTY_ADVISOR) {
					context.registerBean(EmptyAdvisor.class, EmptyAdvisor::new,
							(definition) -> definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE));
				}
			})
			.run(arguments);
	}

	private static Map<String, Object> properties(StartupVariant variant) {
		Map<String, Object> properties = new HashMap<>();
		properties.put("spring.application.name", "startup");
		properties.put("server.address", "127.0.0.1");
		properties.put("server.port", 0);
		properties.put("spring.main.banner-mode", "off");
		properties.put("logging.level.root", "warn");
		properties.put("spring.aop.auto", "false");
		// The class path has OpenTelemetry for other benchmarks. An application with the
		// starter alone has no traces.
		properties.put("management.tracing.exemplars.include", "none");
		properties.put(OpenTelemetryFilter.APPENDER, false);
		properties.put(OpenTelemetryFilter.LOGGING_CONTEXT, false);
		if (variant == StartupVariant.CONFIGURED) {
			// 500 functions with three callers each are more than most applications have.
			properties.put("autometrics.limits.functions", 1000);
			properties.put("autometrics.limits.series", 100_000);
		}
		if (!variant.hasLibrary()) {
			properties.put("spring.autoconfigure.exclude", libraryConfigurations());
		}
		return properties;
	}

	private static String libraryConfigurations() {
		ClassLoader classLoader = Objects.requireNonNull(StartupApplication.class.getClassLoader());
		return String.join(",",
				ImportCandidates.load(org.springframework.boot.autoconfigure.AutoConfiguration.class, classLoader)
					.getCandidates()
					.stream()
					.filter((name) -> name.startsWith(LIBRARY))
					.toList());
	}

	/**
	 * What Spring Boot does for an application without AspectJ.
	 */
	static class ProxyCreatorRegistrar implements ImportBeanDefinitionRegistrar {

		@Override
		public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
			AopConfigUtils.registerAutoProxyCreatorIfNecessary(registry);
			AopConfigUtils.forceAutoProxyCreatorToUseClassProxying(registry);
		}

	}

}
