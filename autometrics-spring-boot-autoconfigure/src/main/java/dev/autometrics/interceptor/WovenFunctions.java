package dev.autometrics.interceptor;

import java.lang.reflect.Method;

import dev.autometrics.model.FunctionCatalog;
import dev.autometrics.model.InstrumentedFunction;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.core.KotlinDetector;
import org.springframework.util.ClassUtils;

/**
 * Measures functions where they run, in classes that AspectJ has woven. An aspect hands
 * over every call of a method that may be a function; what it is gets decided here, once
 * for each method and class. Safe for concurrent use.
 *
 * @since 0.1.0
 */
public final class WovenFunctions {

	private final FunctionTable<Decision> decisions = new FunctionTable<>();

	private final InstrumentedFunctionSource source;

	private final MeasuredMethods measuredMethods;

	private final FunctionCatalog catalog;

	/**
	 * Create the functions of an application.
	 * @param source what tells the functions
	 * @param measuredMethods what measures them
	 * @param catalog where those are entered that belong to no bean
	 */
	public WovenFunctions(InstrumentedFunctionSource source, MeasuredMethods measuredMethods, FunctionCatalog catalog) {
		this.source = source;
		this.measuredMethods = measuredMethods;
		this.catalog = catalog;
	}

	/**
	 * Run a method, and measure it if it is a function.
	 * @param invocation the call of the method
	 * @param aspect what hands it over: where several do, the first one counts
	 * @return what the method returns, or what stands for it
	 * @throws Throwable what the method throws
	 */
	public @Nullable Object invoke(MethodInvocation invocation, Object aspect) throws Throwable {
		MeasuredMethod method = decisionOn(invocation, aspect).methodFor(aspect);
		return (method != null) ? method.invoke(invocation) : invocation.proceed();
	}

	private Decision decisionOn(MethodInvocation invocation, Object aspect) {
		Method method = invocation.getMethod();
		Object target = invocation.getThis();
		Class<?> targetClass = (target != null) ? target.getClass() : method.getDeclaringClass();
		Decision known = this.decisions.find(method, targetClass);
		return (known != null && known.isFinal()) ? known : decide(method, targetClass, aspect);
	}

	private Decision decide(Method method, Class<?> targetClass, Object aspect) {
		this.decisions.add(method, targetClass, new Decision(aspect));
		Decision added = this.decisions.find(method, targetClass);
		Decision decision = (added != null) ? added : new Decision(aspect);
		boolean isFinal = this.measuredMethods.areFinal();
		decision.set(resolve(method, targetClass), isFinal);
		return decision;
	}

	private @Nullable MeasuredMethod resolve(Method method, Class<?> targetClass) {
		try {
			Class<?> userClass = MethodReach.isBound(method) ? method.getDeclaringClass()
					: ClassUtils.getUserClass(targetClass);
			InstrumentedFunction function = Weaving.isSuperCall(method, userClass) ? null
					: this.source.getFunction(method, userClass);
			// A coroutine runs a method that suspends again each time when it goes on.
			if (function == null || KotlinDetector.isSuspendingFunction(method)) {
				return null;
			}
			this.catalog.add(function);
			Method specific = AopUtils.getMostSpecificMethod(method, userClass);
			return this.measuredMethods.of(function, specific, AutometricsInterceptor.returnType(specific, userClass));
		}
		catch (Throwable ex) {
			// The method is in the middle of being called, by somebody who knows nothing
			// of this.
			this.measuredMethods.failures().report("measure calls of", method, ex);
			return null;
		}
	}

	/**
	 * What is known of a method on objects of a class.
	 */
	private static final class Decision {

		private final Object aspect;

		private @Nullable MeasuredMethod method;

		private volatile boolean isFinal;

		Decision(Object aspect) {
			this.aspect = aspect;
		}

		void set(@Nullable MeasuredMethod method, boolean isFinal) {
			this.method = method;
			this.isFinal = isFinal;
		}

		boolean isFinal() {
			return this.isFinal;
		}

		// An aspect that was not the first to ask sees calls that are measured already.
		@SuppressWarnings("ReferenceEquality")
		@Nullable MeasuredMethod methodFor(Object aspect) {
			return (this.aspect == aspect) ? this.method : null;
		}

	}

}
