package dev.autometrics.interceptor;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.context.request.async.CallableProcessingInterceptor;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.DeferredResultProcessingInterceptor;

/**
 * Ends the calls of request handlers when Spring MVC has their answer. A handler's own
 * callbacks stay untouched: of those a {@link DeferredResult} has only one place each.
 *
 * @since 0.1.0
 * @see MvcCompletionAdapter
 */
public final class MvcAsyncInterceptor implements CallableProcessingInterceptor, DeferredResultProcessingInterceptor {

	@Override
	public <T> void preProcess(NativeWebRequest request, Callable<T> task) {
		PendingCalls.of(request).enter(task);
	}

	@Override
	public <T> void postProcess(NativeWebRequest request, Callable<T> task, @Nullable Object result) {
		PendingCalls calls = PendingCalls.of(request);
		calls.leave(task);
		calls.end(task, result);
	}

	@Override
	public <T> void postProcess(NativeWebRequest request, DeferredResult<T> deferredResult, @Nullable Object result) {
		PendingCalls.of(request).end(deferredResult, result);
	}

	@Override
	public <T> void afterCompletion(NativeWebRequest request, Callable<T> task) {
		PendingCalls.of(request).cancel();
	}

	@Override
	public <T> void afterCompletion(NativeWebRequest request, DeferredResult<T> deferredResult) {
		PendingCalls.of(request).cancel();
	}

	@Override
	public <T> Object handleTimeout(NativeWebRequest request, Callable<T> task) {
		PendingCalls.of(request).fail(new AsyncRequestTimeoutException());
		return RESULT_NONE;
	}

	@Override
	public <T> Object handleError(NativeWebRequest request, Callable<T> task, Throwable failure) {
		PendingCalls.of(request).fail(failure);
		return RESULT_NONE;
	}

}
