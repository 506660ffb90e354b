package dev.autometrics.interceptor;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;

import dev.autometrics.instrument.Call;
import dev.autometrics.instrument.CallerContext;
import dev.autometrics.instrument.FunctionRecorder;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.WebAsyncTask;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * Measures request handlers of Spring MVC that answer later, until the answer is there: a
 * {@link Callable}, a {@link WebAsyncTask}, a {@link DeferredResult} or a
 * {@link StreamingResponseBody}. Only request handlers: what else returns a
 * {@link Callable} has done its work with that.
 *
 * @since 0.1.0
 * @see MvcAsyncInterceptor
 */
public final class MvcCompletionAdapter implements CompletionAdapter {

	@Override
	public boolean supports(Method method, Class<?> returnType) {
		return (returnType == Callable.class || returnType == StreamingResponseBody.class
				|| WebAsyncTask.class.isAssignableFrom(returnType) || DeferredResult.class.isAssignableFrom(returnType))
				&& AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class);
	}

	@Override
	public Object attach(Object value, Class<?> returnType, CallSource calls) {
		Call call = calls.start();
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		if (request == null) {
			call.complete(value);
			return value;
		}
		if (value instanceof Callable<?> callable && returnType == Callable.class) {
			PendingCalls.of(request).add(callable, call);
			return (Callable<Object>) () -> run(callable, call);
		}
		if (value instanceof StreamingResponseBody body) {
			PendingCalls.of(request).add(body, call);
			return (StreamingResponseBody) (output) -> write(body, output, call);
		}
		PendingCalls.of(request).add((value instanceof WebAsyncTask<?> task) ? task.getCallable() : value, call);
		return value;
	}

	private static void write(StreamingResponseBody body, OutputStream output, Call call) throws IOException {
		@Nullable Object[] frame = CallerContext.frame();
		FunctionRecorder previous = CallerContext.enter(frame, call.function());
		try {
			body.writeTo(output);
			call.complete(null);
		}
		catch (Throwable ex) {
			call.fail(ex);
			throw ex;
		}
		finally {
			CallerContext.leave(frame, previous);
		}
	}

	private static @Nullable Object run(Callable<?> work, Call call) throws Exception {
		@Nullable Object[] frame = CallerContext.frame();
		FunctionRecorder previous = CallerContext.enter(frame, call.function());
		try {
			Object value = work.call();
			call.complete(value);
			return value;
		}
		catch (Throwable ex) {
			call.fail(ex);
			throw ex;
		}
		finally {
			CallerContext.leave(frame, previous);
		}
	}

}
