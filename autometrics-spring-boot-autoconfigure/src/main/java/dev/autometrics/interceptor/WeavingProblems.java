package dev.autometrics.interceptor;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.problems.Problem;
import dev.autometrics.problems.ProblemCode;
import dev.autometrics.problems.Problems;

import org.springframework.aop.support.AopUtils;
import org.springframework.core.KotlinDetector;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Looks for functions of bean classes that AspectJ has not woven.
 *
 * @since 0.1.0
 */
public final class WeavingProblems {

	private final InstrumentedFunctionSource source;

	private final Problems problems;

	/**
	 * Create a search.
	 * @param source what tells the functions
	 * @param problems where problems are reported
	 */
	public WeavingProblems(InstrumentedFunctionSource source, Problems problems) {
		this.source = source;
		this.problems = problems;
	}

	/**
	 * Look at the class of a bean.
	 * @param beanClass the class, possibly that of a proxy
	 */
	public void inspect(Class<?> beanClass) {
		Class<?> userClass = ClassUtils.getUserClass(beanClass);
		if (AnnotationFunctionSource.hasInterfacesOnly(userClass)) {
			this.source.getFunctions(userClass).forEach(this::reportGenerated);
			return;
		}
		ReflectionUtils.doWithMethods(userClass, (method) -> {
			if (isFunction(method, userClass)) {
				inspect(method);
			}
		}, (method) -> !method.isSynthetic() && !Modifier.isAbstract(method.getModifiers()));
	}

	private void reportGenerated(InstrumentedFunction function) {
		this.problems.report(new Problem(ProblemCode.CLASS_NOT_WOVEN, function.id().toString(),
				"Its objects are made at run time, where AspectJ does not weave, so they are not measured.",
				"Mark what calls them, measure with AutometricsTemplate, or remove autometrics.mode."));
	}

	private boolean isFunction(Method method, Class<?> userClass) {
		Class<?> type = MethodReach.isBound(method) ? method.getDeclaringClass() : userClass;
		return AopUtils.getMostSpecificMethod(method, type).equals(method)
				&& this.source.getFunction(method, type) != null;
	}

	private void inspect(Method method) {
		if (KotlinDetector.isSuspendingFunction(method)) {
			this.problems.report(new Problem(ProblemCode.METHOD_NOT_REACHED, placeOf(method),
					"It suspends, and AspectJ runs into it again each time when it goes on, so it is not measured.",
					"Mark what calls it, or remove autometrics.mode."));
		}
		else if (!Weaving.isWoven(method)) {
			report(method);
		}
	}

	private static String placeOf(Method method) {
		return method.getDeclaringClass().getName() + "." + MethodSignature.of(method);
	}

	private void report(Method method) {
		Class<?> declaring = method.getDeclaringClass();
		this.problems.report(Weaving.isWoven(declaring)
				? new Problem(ProblemCode.METHOD_NOT_REACHED, placeOf(method),
						"AspectJ has not woven it, because it is marked on a supertype or by a pattern only, so its "
								+ "calls are not measured.",
						"Mark the method or its class itself, or weave with a pointcut of your own.")
				: new Problem(ProblemCode.CLASS_NOT_WOVEN, declaring.getName(),
						"AspectJ has not woven it, so it is not measured.",
						"Weave it as docs/aspectj.md says, and mark the class or its methods themselves: AspectJ "
								+ "does not see all that is marked on supertypes."));
	}

}
