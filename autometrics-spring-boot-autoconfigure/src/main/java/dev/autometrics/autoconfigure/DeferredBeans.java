package dev.autometrics.autoconfigure;

import dev.autometrics.interceptor.BeanFunctions;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Beans that do not exist when the application is ready, lazy ones and prototypes. Their
 * functions are known as soon as their type is.
 */
final class DeferredBeans {

	private static final Log logger = LogFactory.getLog(DeferredBeans.class);

	private static final String CONFIGURATION = AutometricsAutoConfiguration.class.getName();

	private final ConfigurableListableBeanFactory beanFactory;

	private final BeanFunctions functions;

	DeferredBeans(ConfigurableListableBeanFactory beanFactory, BeanFunctions functions) {
		this.beanFactory = beanFactory;
		this.functions = functions;
	}

	void enterFunctions() {
		for (String beanName : this.beanFactory.getBeanDefinitionNames()) {
			if (!this.beanFactory.containsSingleton(beanName) && !isOfLibrary(beanName)) {
				enterFunctions(beanName);
			}
		}
	}

	// What the library itself has not needed so far is not to be loaded to look at it.
	private boolean isOfLibrary(String beanName) {
		BeanDefinition definition = this.beanFactory.getBeanDefinition(beanName);
		return CONFIGURATION.equals(definition.getBeanClassName())
				|| CONFIGURATION.equals(definition.getFactoryBeanName());
	}

	private void enterFunctions(String beanName) {
		try {
			Class<?> type = this.beanFactory.getType(beanName, false);
			// Of a bean declared as an interface only its creation tells the class.
			if (type != null && !type.isInterface()) {
				this.functions.enter(beanName, type);
			}
		}
		catch (BeansException | LinkageError ex) {
			logger.debug("The functions of bean '" + beanName + "' become known when it is created", ex);
		}
	}

}
