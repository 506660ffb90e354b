package dev.autometrics.autoconfigure;

import dev.autometrics.interceptor.BeanFunctions;
import dev.autometrics.interceptor.InstrumentedFunctionSource;
import dev.autometrics.interceptor.MeasuredMethods;
import dev.autometrics.interceptor.WeavingProblems;
import dev.autometrics.interceptor.WovenFunctions;
import dev.autometrics.model.FunctionCatalog;
import dev.autometrics.problems.Problems;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.util.ClassUtils;

/**
 * What measures functions in classes that AspectJ has woven, in place of the advisor.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnMode(AutometricsMode.ASPECTJ)
class AspectJConfiguration {

	private static final String ASPECTJ = "org.aspectj.lang.ProceedingJoinPoint";

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static WovenFunctions autometricsWovenFunctions(InstrumentedFunctionSource source, MeasuredMethods methods,
			FunctionCatalog catalog) {
		return new WovenFunctions(source, methods, catalog);
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static WovenBeans autometricsWovenBeans(ConfigurableBeanFactory beanFactory, BeanFunctions beans,
			WovenFunctions functions) {
		if (!ClassUtils.isPresent(ASPECTJ, beanFactory.getBeanClassLoader())) {
			throw new InvalidConfigurationPropertyValueException(AutometricsProperties.PREFIX + ".mode",
					AutometricsMode.ASPECTJ, "org.aspectj:aspectjrt is not on the class path. Add it and weave as "
							+ "docs/aspectj.md says, or remove the property.");
		}
		return new WovenBeans(beans, functions);
	}

	@Bean
	WeavingProblems autometricsWeavingProblems(InstrumentedFunctionSource source, Problems problems) {
		return new WeavingProblems(source, problems);
	}

}
