package dev.autometrics.interceptor;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * The classes that Spring can make a proxy of. Trying it with another one would keep the
 * application from starting, so such a class is left alone, with one warning in the log.
 * Safe for concurrent use.
 *
 * @since 0.1.0
 */
public final class ProxyableClasses implements Predicate<Class<?>> {

	private static final Log logger = LogFactory.getLog(ProxyableClasses.class);

	private final Set<Class<?>> warned = ConcurrentHashMap.newKeySet();

	private final BooleanSupplier subclassing;

	/**
	 * Create the test.
	 * @param subclassing whether beans that have an interface are subclassed all the
	 * same; asked no earlier than when a class is tested
	 */
	public ProxyableClasses(BooleanSupplier subclassing) {
		this.subclassing = subclassing;
	}

	@Override
	public boolean test(Class<?> beanClass) {
		Class<?> userClass = ClassUtils.getUserClass(beanClass);
		if (Proxy.isProxyClass(userClass) || ClassUtils.isLambdaClass(userClass)) {
			return true;
		}
		String obstacle = obstacleToSubclass(userClass);
		if (obstacle == null || (hasInterface(userClass) && !this.subclassing.getAsBoolean())) {
			return true;
		}
		if (this.warned.add(userClass)) {
			logger.warn(userClass.getName() + " is not measured: it " + obstacle
					+ ", so Spring cannot make a proxy of it. Change that, or let it implement an interface and set "
					+ "spring.aop.proxy-target-class=false.");
		}
		return false;
	}

	private static @Nullable String obstacleToSubclass(Class<?> type) {
		if (Modifier.isFinal(type.getModifiers())) {
			return "is final";
		}
		if (type.isSealed()) {
			return "is sealed";
		}
		Constructor<?>[] constructors = type.getDeclaredConstructors();
		boolean hidden = constructors.length > 0 && Arrays.stream(constructors)
			.allMatch((constructor) -> Modifier.isPrivate(constructor.getModifiers()));
		return hidden ? "has private constructors only" : null;
	}

	// Interfaces of the JDK and of Spring, such as Closeable or InitializingBean, do not
	// make Spring use a JDK proxy.
	private static boolean hasInterface(Class<?> type) {
		return Arrays.stream(ClassUtils.getAllInterfacesForClass(type))
			.anyMatch((candidate) -> !candidate.getName().startsWith("java.")
					&& !candidate.getName().startsWith("org.springframework.") && candidate.getMethods().length > 0);
	}

}
