package dev.autometrics.interceptor;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import dev.autometrics.model.FunctionCatalog;
import dev.autometrics.model.InstrumentedFunction;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Enters the functions of beans into the catalog. Safe for concurrent use.
 *
 * @since 0.1.0
 */
public final class BeanFunctions {

	private static final Log logger = LogFactory.getLog(BeanFunctions.class);

	private static final String SCOPED_TARGET = ScopedProxyUtils.getTargetBeanName("");

	private final ConcurrentMap<Class<?>, Collection<InstrumentedFunction>> functions = new ConcurrentHashMap<>();

	// By bean; asked for every method that a proxy may override.
	private final ConcurrentMap<String, Class<?>> entered = new ConcurrentHashMap<>();

	private final InstrumentedFunctionSource source;

	private final FunctionCatalog catalog;

	private final BeanProxies proxies;

	/**
	 * Create an entry to a catalog.
	 * @param source what tells the functions
	 * @param catalog where they are entered
	 * @param proxies the proxies that Spring makes of beans
	 */
	public BeanFunctions(InstrumentedFunctionSource source, FunctionCatalog catalog, BeanProxies proxies) {
		this.source = source;
		this.catalog = catalog;
		this.proxies = proxies;
	}

	/**
	 * Return whether beans of a class have functions that can be measured.
	 * @param beanClass the class of the bean, possibly that of a proxy
	 * @return {@code true} if a proxy is worth making
	 */
	public boolean has(Class<?> beanClass) {
		return !of(beanClass).isEmpty();
	}

	// Asked for every method of a bean when its proxy is made.
	private Collection<InstrumentedFunction> of(Class<?> beanClass) {
		Collection<InstrumentedFunction> known = this.functions.get(beanClass);
		return (known != null) ? known : find(beanClass);
	}

	private Collection<InstrumentedFunction> find(Class<?> beanClass) {
		Collection<InstrumentedFunction> functions = this.source.getFunctions(beanClass);
		return (functions.isEmpty() && !this.proxies.areReplaced()) ? functions
				: this.functions.computeIfAbsent(beanClass, (type) -> reached(type, functions));
	}

	private Collection<InstrumentedFunction> reached(Class<?> beanClass, Collection<InstrumentedFunction> functions) {
		return switch (this.proxies.kindOf(beanClass)) {
			case SUBCLASS -> functions;
			case INTERFACES -> ofInterfaces(beanClass);
			case WOVEN -> withThoseOfSuperclasses(beanClass, functions);
			case NONE -> Set.of();
		};
	}

	private Collection<InstrumentedFunction> ofInterfaces(Class<?> beanClass) {
		return Arrays.stream(ClassUtils.getAllInterfacesForClass(beanClass))
			.flatMap((type) -> Arrays.stream(type.getMethods()))
			.map((method) -> this.source.getFunction(method, beanClass))
			.filter(Objects::nonNull)
			.distinct()
			.toList();
	}

	private Collection<InstrumentedFunction> withThoseOfSuperclasses(Class<?> beanClass,
			Collection<InstrumentedFunction> functions) {
		Set<InstrumentedFunction> all = new LinkedHashSet<>(functions);
		try {
			addThoseOfSuperclasses(beanClass, all);
		}
		catch (IllegalStateException | LinkageError ex) {
			logger.debug("The superclasses of " + beanClass.getName() + " are unknown", ex);
		}
		return all;
	}

	private void addThoseOfSuperclasses(Class<?> beanClass, Set<InstrumentedFunction> all) {
		Class<?> type = ClassUtils.getUserClass(beanClass).getSuperclass();
		for (; type != null && type != Object.class; type = type.getSuperclass()) {
			for (Method method : ReflectionUtils.getDeclaredMethods(type)) {
				InstrumentedFunction function = MethodReach.isBound(method) ? this.source.getFunction(method, type)
						: null;
				if (function != null) {
					all.add(function);
				}
			}
		}
	}

	/**
	 * Enter the functions of a bean, if it has any that can be measured.
	 * @param beanName the name of the bean
	 * @param beanClass the class of the bean, possibly that of a proxy
	 */
	public void enter(String beanName, Class<?> beanClass) {
		Collection<InstrumentedFunction> functions = of(beanClass);
		if (!functions.isEmpty() && this.entered.put(beanName, beanClass) != beanClass) {
			Set<String> beans = Set
				.of(ScopedProxyUtils.isScopedTarget(beanName) ? beanName.substring(SCOPED_TARGET.length()) : beanName);
			for (InstrumentedFunction function : functions) {
				this.catalog.add(function.withBeans(beans));
			}
		}
	}

	/**
	 * Return the proxies that Spring makes of beans.
	 * @return the proxies
	 */
	public BeanProxies proxies() {
		return this.proxies;
	}

	InstrumentedFunctionSource source() {
		return this.source;
	}

}
