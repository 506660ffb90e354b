package dev.autometrics.interceptor;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;

import dev.autometrics.interceptor.FunctionAnnotations.Settings;
import dev.autometrics.problems.Problem;
import dev.autometrics.problems.ProblemCode;
import dev.autometrics.problems.Problems;
import dev.autometrics.problems.Severity;
import org.jspecify.annotations.Nullable;

import org.springframework.core.KotlinDetector;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Looks for marked methods of bean classes whose calls are not measured, or not all of
 * them. Reads code, so it is not for the start of an application.
 *
 * @since 0.1.0
 */
public final class MethodProblems {

	private static final boolean BRIDGE_PRESENT = ClassUtils.isPresent("kotlinx.coroutines.reactor.MonoKt",
			MethodProblems.class.getClassLoader());

	private final TypeSelection selection;

	private final BeanProxies proxies;

	private final Problems problems;

	/**
	 * Create a search.
	 * @param selection the types that are measured without an annotation
	 * @param proxies the proxies that Spring makes of beans
	 * @param problems where problems are reported
	 */
	public MethodProblems(TypeSelection selection, BeanProxies proxies, Problems problems) {
		this.selection = selection;
		this.proxies = proxies;
		this.problems = problems;
	}

	/**
	 * Look at the class of a bean.
	 * @param beanClass the class, possibly that of a proxy
	 */
	public void inspect(Class<?> beanClass) {
		Class<?> userClass = ClassUtils.getUserClass(beanClass);
		if (AnnotationFunctionSource.hasInterfacesOnly(userClass)
				|| (this.selection.isEmpty() && !AnnotationFunctionSource.canBeMarked(userClass))) {
			return;
		}
		reportName(userClass);
		FunctionAnnotations annotations = new FunctionAnnotations(userClass, this.selection.includes(userClass));
		try {
			List<MarkedMethod> methods = marked(userClass, annotations);
			BeanProxies.Kind kind = methods.isEmpty() ? BeanProxies.Kind.NONE : this.proxies.kindOf(userClass);
			if (kind != BeanProxies.Kind.NONE) {
				inspect(userClass, methods, kind);
			}
		}
		catch (IllegalStateException | LinkageError ex) {
			reportUnreadable(userClass, annotations, ex);
		}
	}

	private static List<MarkedMethod> marked(Class<?> userClass, FunctionAnnotations annotations) {
		List<MarkedMethod> methods = new ArrayList<>();
		ReflectionUtils.doWithMethods(userClass, (method) -> {
			Settings settings = annotations.settingsOf(method);
			if (settings != null) {
				methods.add(new MarkedMethod(method, settings.ofMethod()));
			}
		}, MethodProblems::isWritten);
		return methods;
	}

	// Nobody knows whether a method is marked, so the type has to be.
	private void reportUnreadable(Class<?> userClass, FunctionAnnotations annotations, Throwable cause) {
		if (annotations.areOfType()) {
			this.problems.report(new Problem(ProblemCode.CLASS_NOT_READABLE, userClass.getName(),
					"Its methods cannot be read, so they are not measured: "
							+ NestedExceptionUtils.getMostSpecificCause(cause) + ".",
					"Add the library that the class speaks of, or leave the class out with @SkipAutometrics."));
		}
	}

	private static boolean isWritten(Method method) {
		return !method.isBridge() && !method.isSynthetic() && !AnnotationFunctionSource.isMethodOfObject(method)
				&& method.getDeclaringClass() != Object.class;
	}

	private void reportName(Class<?> userClass) {
		String name = FunctionAnnotations.nameOn(userClass);
		if (!name.isEmpty()) {
			this.problems.report(new Problem(ProblemCode.NAME_IGNORED, userClass.getName(),
					"The name '" + name + "' of @Autometrics on the type is ignored: it would be that of each method.",
					"Put it on a method."));
		}
	}

	private void inspect(Class<?> userClass, List<MarkedMethod> methods, BeanProxies.Kind kind) {
		SelfInvocations selfInvocations = new SelfInvocations(userClass);
		for (MarkedMethod marked : methods) {
			String obstacle = obstacle(marked.method(), userClass, kind);
			if (obstacle == null) {
				reportSelfInvocation(userClass, marked, selfInvocations.callersOf(marked.method()));
				reportSuspension(userClass, marked);
			}
			else if (marked.isMeant(kind)) {
				this.problems
					.report(new Problem(ProblemCode.METHOD_NOT_REACHED, marked.severity(), marked.in(userClass),
							obstacle + ", so its calls do not pass Spring's proxy and are not measured.",
							"Change that, or move the method to another bean."));
			}
		}
	}

	private static @Nullable String obstacle(Method method, Class<?> userClass, BeanProxies.Kind kind) {
		String obstacle = MethodReach.PROXY.obstacle(method, userClass);
		if (obstacle == null && kind == BeanProxies.Kind.INTERFACES && !isOfInterface(method, userClass)) {
			return "It is in no interface of the class, and the bean is a JDK proxy";
		}
		return obstacle;
	}

	private static boolean isOfInterface(Method method, Class<?> userClass) {
		return Arrays.stream(ClassUtils.getAllInterfacesForClass(userClass))
			.flatMap((type) -> Arrays.stream(type.getMethods()))
			.anyMatch((candidate) -> candidate.getName().equals(method.getName())
					&& candidate.getParameterCount() == method.getParameterCount());
	}

	private void reportSelfInvocation(Class<?> userClass, MarkedMethod marked, SortedSet<String> callers) {
		if (!callers.isEmpty()) {
			this.problems.report(new Problem(ProblemCode.SELF_INVOCATION, marked.severity(), marked.in(userClass),
					"It is called by its own class, in " + String.join(", ", callers)
							+ ". These calls do not pass Spring's proxy and are not measured.",
					"Move the method to another bean, let the class call its own bean, or use AutometricsTemplate."));
		}
	}

	private void reportSuspension(Class<?> userClass, MarkedMethod marked) {
		if (!BRIDGE_PRESENT && KotlinDetector.isSuspendingFunction(marked.method())) {
			this.problems.report(new Problem(ProblemCode.END_NOT_SEEN, marked.in(userClass),
					"It suspends, and its calls are measured until the first suspension only, as ok.",
					"Add org.jetbrains.kotlinx:kotlinx-coroutines-reactor."));
		}
	}

	/**
	 * A method that is to be measured.
	 *
	 * @param method the method
	 * @param itself whether it is marked itself, rather than its type
	 */
	private record MarkedMethod(Method method, boolean itself) {

		// Whoever marks a type does not think of its private methods.
		boolean isMeant(BeanProxies.Kind kind) {
			int modifiers = this.method.getModifiers();
			return this.itself || (Modifier.isPublic(modifiers) && !Modifier.isStatic(modifiers)
					&& kind == BeanProxies.Kind.SUBCLASS);
		}

		// Nor of every method that calls another one.
		Severity severity() {
			return this.itself ? Severity.WARN : Severity.INFO;
		}

		String in(Class<?> userClass) {
			return userClass.getName() + "." + MethodSignature.of(this.method);
		}

	}

}
