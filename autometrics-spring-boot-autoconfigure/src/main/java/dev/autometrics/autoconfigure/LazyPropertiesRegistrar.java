package dev.autometrics.autoconfigure;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Leaves the bean of the properties alone until somebody asks for it. It has the values
 * that {@link EarlyProperties} have, and to bind them twice would double the price.
 */
final class LazyPropertiesRegistrar implements ImportBeanDefinitionRegistrar {

	// As Spring Boot names a bean of properties.
	private static final String BEAN_NAME = AutometricsProperties.PREFIX + "-" + AutometricsProperties.class.getName();

	@Override
	public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
		if (registry.containsBeanDefinition(BEAN_NAME)) {
			BeanDefinition properties = registry.getBeanDefinition(BEAN_NAME);
			properties.setLazyInit(true);
		}
	}

}
