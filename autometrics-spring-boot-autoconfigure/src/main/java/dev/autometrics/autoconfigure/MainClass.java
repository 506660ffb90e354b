package dev.autometrics.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.util.ClassUtils;

/**
 * The class that the application is started with.
 */
final class MainClass {

	private MainClass() {
	}

	/**
	 * Return the main class.
	 * @param beanFactory the application's bean factory
	 * @return the class, or {@code null} if no bean is a {@link SpringBootConfiguration}
	 */
	static @Nullable Class<?> in(ListableBeanFactory beanFactory) {
		for (String beanName : beanFactory.getBeanNamesForAnnotation(SpringBootConfiguration.class)) {
			Class<?> type = beanFactory.getType(beanName);
			if (type != null) {
				return ClassUtils.getUserClass(type);
			}
		}
		return null;
	}

	/**
	 * Return the simple name of the main class.
	 * @param beanFactory the application's bean factory
	 * @return the name, or {@code null} if no bean is a {@link SpringBootConfiguration}
	 */
	static @Nullable String nameIn(ListableBeanFactory beanFactory) {
		Class<?> type = in(beanFactory);
		return (type != null) ? type.getSimpleName() : null;
	}

}
