package dev.autometrics.interceptor;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.autometrics.interceptor.FunctionAnnotations.Settings;
import dev.autometrics.problems.Problem;
import dev.autometrics.problems.ProblemCode;
import dev.autometrics.problems.Problems;
import dev.autometrics.problems.Severity;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
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
		if (AnnotationFunctionSource.hasInterfacesOnly(userClass) || !mayBeMeant(userClass)) {
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

	private boolean mayBeMeant(Class<?> userClass) {
		if (this.selection.isEmpty() && !Marks.areConceivableIn(userClass)) {
			return false;
		}
		try {
			return this.selection.includes(userClass) || Marks.areIn(userClass);
		}
		catch (IllegalStateException | LinkageError ex) {
			// Its methods cannot be read.
			return true;
		}
	}

	private static List<MarkedMethod> marked(Class<?> userClass, FunctionAnnotations annotations) {
		Map<Method, Set<Method>> methods = new LinkedHashMap<>();
		ReflectionUtils.doWithMethods(userClass,
				(method) -> methods
					.computeIfAbsent(AopUtils.getMostSpecificMethod(method, userClass), (key) -> new LinkedHashSet<>())
					.add(method),
				MethodProblems::isWritten);
		List<MarkedMethod> marked = new ArrayList<>();
		methods.forEach((method, overridden) -> {
			Settings settings = annotations.settingsOf(method);
			if (settings != null) {
				marked.add(new MarkedMethod(method, overridden, settings.ofMethod()));
			}
		});
		return marked;
	}

	// Nobody knows whether a method is marked, so the type has to be.
	private void reportUnreadable(Class<?> userClass, FunctionAnnotations annotations, Throwable cause) {
		if (annotations.areOfType()) {
			ProblemCode code = ProblemCode.CLASS_NOT_READABLE;
			Severity severity = new FunctionAnnotations(userClass, false).areOfType() ? code.severity() : Severity.INFO;
			this.problems.report(new Problem(code, severity, userClass.getName(),
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
				reportSelfInvocation(userClass, marked, selfInvocations);
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

	private void reportSelfInvocation(Class<?> userClass, MarkedMethod marked, SelfInvocations selfInvocations) {
		SortedSet<String> callers = new TreeSet<>();
		marked.overridden().forEach((method) -> callers.addAll(selfInvocations.callersOf(method)));
		if (!callers.isEmpty() && marked.isForOthers()) {
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
	 * @param overridden the same and those that it overrides
	 * @param itself whether it is marked itself, rather than its type
	 */
	private record MarkedMethod(Method method, Set<Method> overridden, boolean itself) {

		// Whoever marks a type does not think of its private methods.
		boolean isMeant(BeanProxies.Kind kind) {
			int modifiers = this.method.getModifiers();
			return this.itself || (Modifier.isPublic(modifiers) && !Modifier.isStatic(modifiers)
					&& kind == BeanProxies.Kind.SUBCLASS && !isOfFramework());
		}

		// Nor of what is there for subclasses, or of what a base class of Spring does
		// with its own methods.
		boolean isForOthers() {
			return this.itself || !(Modifier.isProtected(this.method.getModifiers()) || isOfFramework());
		}

		private boolean isOfFramework() {
			return this.method.getDeclaringClass().getName().startsWith("org.springframework.");
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
