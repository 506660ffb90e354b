package dev.autometrics.interceptor;

import java.lang.reflect.Method;

import dev.autometrics.Result;
import dev.autometrics.instrument.CallRecorder;
import dev.autometrics.instrument.CallerContext;
import dev.autometrics.instrument.FunctionRecorder;
import dev.autometrics.model.InstrumentedFunction;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/**
 * The advice around a function: it measures the call and leaves it alone. What the method
 * returns or throws is handed on, the very same object.
 *
 * @since 0.1.0
 */
public final class AutometricsInterceptor implements MethodInterceptor {

	private final FunctionTable functions = new FunctionTable();

	private final InstrumentedFunctionSource source;

	private final CallRecorder recorder;

	/**
	 * Create an interceptor.
	 * @param source what tells the functions
	 * @param recorder what records their calls
	 */
	public AutometricsInterceptor(InstrumentedFunctionSource source, CallRecorder recorder) {
		this.source = source;
		this.recorder = recorder;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		FunctionRecorder function = functionOf(invocation);
		if (function == null) {
			return invocation.proceed();
		}
		@Nullable Object[] frame = CallerContext.frame();
		FunctionRecorder caller = CallerContext.enter(frame, function);
		try {
			return measure(invocation, function, caller);
		}
		finally {
			CallerContext.leave(frame, caller);
		}
	}

	private static @Nullable Object measure(MethodInvocation invocation, FunctionRecorder function,
			@Nullable FunctionRecorder caller) throws Throwable {
		long start = function.start();
		Result result = Result.ERROR;
		try {
			Object value = invocation.proceed();
			result = Result.OK;
			return value;
		}
		finally {
			function.end(caller, start, result);
		}
	}

	private @Nullable FunctionRecorder functionOf(MethodInvocation invocation) {
		Method method = invocation.getMethod();
		Object target = invocation.getThis();
		Class<?> targetClass = (target != null) ? target.getClass() : method.getDeclaringClass();
		FunctionRecorder known = this.functions.find(method, targetClass);
		return (known != null) ? known : resolve(method, targetClass);
	}

	private @Nullable FunctionRecorder resolve(Method method, Class<?> targetClass) {
		InstrumentedFunction function = this.source.getFunction(method, targetClass);
		if (function == null) {
			return null;
		}
		FunctionRecorder resolved = this.recorder.recorderOf(function);
		this.functions.add(method, targetClass, resolved);
		return resolved;
	}

}
