package dev.autometrics.interceptor;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

import dev.autometrics.problems.Problem;
import dev.autometrics.problems.ProblemCode;
import dev.autometrics.problems.Problems;
import dev.autometrics.problems.Severity;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * The proxies that Spring makes of beans. Trying it with a class that it cannot subclass
 * would keep the application from starting, and one whose final methods need the fields
 * of the bean would break; so such classes are left alone, and the problem is told. Safe
 * for concurrent use.
 *
 * @since 0.1.0
 */
public final class BeanProxies {

	private final MethodReach reach;

	private final BooleanSupplier subclassing;

	private final TypeSelection selection;

	private final Problems problems;

	/**
	 * Create the proxies of an application.
	 * @param reach {@link MethodReach#WEAVING} if functions are measured without proxies
	 * @param subclassing whether beans that have an interface are subclassed all the
	 * same; asked no earlier than for the first bean
	 * @param selection the types that are measured without an annotation
	 * @param problems where classes are reported that there is no proxy for
	 */
	public BeanProxies(MethodReach reach, BooleanSupplier subclassing, TypeSelection selection, Problems problems) {
		this.reach = reach;
		this.subclassing = subclassing;
		this.selection = selection;
		this.problems = problems;
	}

	/**
	 * Return whether functions are measured without proxies.
	 * @return {@code true} if the classes themselves are changed
	 */
	boolean areReplaced() {
		return this.reach == MethodReach.WEAVING;
	}

	/**
	 * Return what a proxy of a bean is made of.
	 * @param beanClass the class of the bean, possibly that of a proxy
	 * @return the kind of proxy; for {@link Kind#NONE} there is a problem from now on
	 */
	Kind kindOf(Class<?> beanClass) {
		Class<?> userClass = ClassUtils.getUserClass(beanClass);
		if (areReplaced()) {
			return AnnotationFunctionSource.hasInterfacesOnly(userClass) ? Kind.NONE : Kind.WOVEN;
		}
		if (userClass.isInterface() || AnnotationFunctionSource.hasInterfacesOnly(userClass)) {
			return Kind.INTERFACES;
		}
		if (hasInterface(userClass) && !this.subclassing.getAsBoolean()) {
			return Kind.INTERFACES;
		}
		String obstacle = obstacleToSubclass(userClass);
		if (obstacle == null) {
			return Kind.SUBCLASS;
		}
		report(userClass, obstacle);
		return Kind.NONE;
	}

	private void report(Class<?> userClass, String obstacle) {
		ProblemCode code = ProblemCode.CLASS_NOT_PROXYABLE;
		Severity severity = this.selection.severity(userClass, code.severity());
		this.problems.report(new Problem(code, severity, userClass.getName(),
				"It " + obstacle + ", so it is not measured.",
				(severity == Severity.INFO) ? "Leave it out with autometrics.exclude, or change that."
						: "Change that, or let it implement an interface and set spring.aop.proxy-target-class=false."));
	}

	private static @Nullable String obstacleToSubclass(Class<?> type) {
		if (Modifier.isFinal(type.getModifiers())) {
			return "is final, and Spring cannot make a proxy of it";
		}
		if (type.isSealed()) {
			return "is sealed, and Spring cannot make a proxy of it";
		}
		Constructor<?>[] constructors = type.getDeclaredConstructors();
		if (constructors.length > 0 && Arrays.stream(constructors)
			.allMatch((constructor) -> Modifier.isPrivate(constructor.getModifiers()))) {
			return "has private constructors only, and Spring cannot make a proxy of it";
		}
		Method broken = FinalMethods.brokenByProxy(type);
		return (broken != null)
				? "has the final method " + MethodSignature.of(broken) + " of " + broken.getDeclaringClass().getName()
						+ ", which would run on the proxy, without the fields of the bean"
				: null;
	}

	// Interfaces of the JDK and of Spring, such as Closeable or InitializingBean, do not
	// make Spring use a JDK proxy.
	private static boolean hasInterface(Class<?> type) {
		return Arrays.stream(ClassUtils.getAllInterfacesForClass(type))
			.anyMatch((candidate) -> !candidate.getName().startsWith("java.")
					&& !candidate.getName().startsWith("org.springframework.") && candidate.getMethods().length > 0);
	}

	/**
	 * What a proxy is made of.
	 */
	enum Kind {

		/**
		 * A subclass of the bean's class.
		 */
		SUBCLASS,

		/**
		 * The interfaces of the bean's class.
		 */
		INTERFACES,

		/**
		 * The class itself, which AspectJ has changed.
		 */
		WOVEN,

		/**
		 * There can be no proxy.
		 */
		NONE

	}

}
