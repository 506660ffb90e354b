package dev.autometrics.interceptor;

import java.lang.reflect.Method;

import dev.autometrics.instrument.CallerContext;
import dev.autometrics.instrument.FunctionRecorder;
import dev.autometrics.model.InstrumentedFunction;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.core.KotlinDetector;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * The advice around a function: it measures the call and leaves it alone. What the method
 * throws is handed on, the very same object; so is what it returns, unless it is a
 * publisher or the like, for which one of the same type stands.
 *
 * @since 0.1.0
 */
public final class AutometricsInterceptor implements MethodInterceptor {

	private final FunctionTable<MeasuredMethod> methods = new FunctionTable<>();

	private final InstrumentedFunctionSource source;

	private final MeasuredMethods measuredMethods;

	/**
	 * Create an interceptor.
	 * @param source what tells the functions
	 * @param measuredMethods what measures them
	 */
	public AutometricsInterceptor(InstrumentedFunctionSource source, MeasuredMethods measuredMethods) {
		this.source = source;
		this.measuredMethods = measuredMethods;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		MeasuredMethod method = measured(invocation);
		if (method == null) {
			return invocation.proceed();
		}
		// As MeasuredMethod.invoke does, but for its frame on the stack: Spring takes a
		// stack trace of what a method throws, and each frame makes that dearer.
		@Nullable Object[] frame = CallerContext.frame();
		long time = method.time();
		FunctionRecorder caller = method.enter(frame);
		Object value;
		try {
			value = invocation.proceed();
		}
		catch (Throwable ex) {
			CallerContext.leave(frame, caller);
			method.fail(invocation, caller, time, ex);
			throw ex;
		}
		CallerContext.leave(frame, caller);
		return method.complete(invocation, caller, time, value);
	}

	private @Nullable MeasuredMethod measured(MethodInvocation invocation) {
		Method method = invocation.getMethod();
		Object target = invocation.getThis();
		Class<?> targetClass = (target != null) ? target.getClass() : method.getDeclaringClass();
		MeasuredMethod known = this.methods.find(method, targetClass);
		return (known != null) ? known : resolve(method, targetClass);
	}

	private @Nullable MeasuredMethod resolve(Method method, Class<?> targetClass) {
		InstrumentedFunction function = this.source.getFunction(method, targetClass);
		if (function == null) {
			return null;
		}
		Method specific = AopUtils.getMostSpecificMethod(method, targetClass);
		MeasuredMethod resolved = this.measuredMethods.of(function, specific, returnType(specific, targetClass));
		if (this.measuredMethods.areFinal()) {
			this.methods.add(method, targetClass, resolved);
		}
		return resolved;
	}

	// Of a Kotlin function that suspends, Spring tells the type that it comes to in the
	// end. What the method returns, and this advice gets to see, is anything else.
	static Class<?> returnType(Method method, Class<?> targetClass) {
		if (KotlinDetector.isSuspendingFunction(method)) {
			return method.getReturnType();
		}
		return ResolvableType.forMethodReturnType(method, ClassUtils.getUserClass(targetClass)).toClass();
	}

}
