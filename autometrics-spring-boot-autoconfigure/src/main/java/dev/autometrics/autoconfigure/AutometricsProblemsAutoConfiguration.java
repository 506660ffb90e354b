package dev.autometrics.autoconfigure;

import dev.autometrics.instrument.Tracker;
import dev.autometrics.interceptor.BeanProxies;
import dev.autometrics.interceptor.MethodProblems;
import dev.autometrics.interceptor.TypeSelection;
import dev.autometrics.model.FunctionCatalog;
import dev.autometrics.model.Objectives;
import dev.autometrics.problems.Problems;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration that tells what is measured, and looks for what is not.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = AutometricsAutoConfiguration.class)
@ConditionalOnBean(name = "autometricsProblems")
public final class AutometricsProblemsAutoConfiguration {

	@Bean
	MethodProblems autometricsMethodProblems(TypeSelection selection, BeanProxies proxies, Problems problems) {
		return new MethodProblems(selection, proxies, problems);
	}

	@Bean
	ProblemSearch autometricsProblemSearch(ConfigurableListableBeanFactory beanFactory, Tracker tracker,
			Problems problems) {
		return new ProblemSearch(beanFactory, tracker, problems);
	}

	@Bean
	StartReport autometricsStartReport(FunctionCatalog catalog, Objectives objectives,
			ObjectProvider<EndpointAddress> address, Problems problems) {
		return new StartReport(catalog, objectives, address.getIfAvailable(() -> EndpointAddress.NO_ACTUATOR),
				problems);
	}

	/**
	 * The address of the endpoint, where there can be one.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(PathMappedEndpoints.class)
	static class EndpointAddressConfiguration {

		@Bean
		EndpointAddress autometricsEndpointAddress(ObjectProvider<PathMappedEndpoints> endpoints,
				Environment environment, ListableBeanFactory beanFactory) {
			return new WebEndpointAddress(endpoints, new WebServerAddress(environment, beanFactory));
		}

	}

}
