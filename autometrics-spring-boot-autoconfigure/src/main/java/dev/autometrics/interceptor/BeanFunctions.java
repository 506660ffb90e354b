package dev.autometrics.interceptor;

import java.util.Set;

import dev.autometrics.model.FunctionCatalog;

import org.springframework.aop.scope.ScopedProxyUtils;

/**
 * Enters the functions of beans into the catalog. Safe for concurrent use.
 *
 * @since 0.1.0
 */
public final class BeanFunctions {

	private static final String SCOPED_TARGET = ScopedProxyUtils.getTargetBeanName("");

	private final InstrumentedFunctionSource source;

	private final FunctionCatalog catalog;

	private final ProxyableClasses proxyable;

	/**
	 * Create an entry to a catalog.
	 * @param source what tells the functions
	 * @param catalog where they are entered
	 * @param proxyable which classes a proxy can be made of
	 */
	public BeanFunctions(InstrumentedFunctionSource source, FunctionCatalog catalog, ProxyableClasses proxyable) {
		this.source = source;
		this.catalog = catalog;
		this.proxyable = proxyable;
	}

	/**
	 * Return whether beans of a class have functions that can be measured.
	 * @param beanClass the class of the bean, possibly that of a proxy
	 * @return {@code true} if a proxy is worth making
	 */
	public boolean has(Class<?> beanClass) {
		return !this.source.getFunctions(beanClass).isEmpty() && this.proxyable.test(beanClass);
	}

	/**
	 * Enter the functions of a bean, if it has any that can be measured.
	 * @param beanName the name of the bean
	 * @param beanClass the class of the bean, possibly that of a proxy
	 */
	public void enter(String beanName, Class<?> beanClass) {
		if (has(beanClass)) {
			Set<String> beans = Set
				.of(ScopedProxyUtils.isScopedTarget(beanName) ? beanName.substring(SCOPED_TARGET.length()) : beanName);
			this.source.getFunctions(beanClass).forEach((function) -> this.catalog.add(function.withBeans(beans)));
		}
	}

	InstrumentedFunctionSource source() {
		return this.source;
	}

}
