package dev.autometrics.interceptor;

import java.lang.reflect.Method;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

import dev.autometrics.instrument.Call;
import org.jspecify.annotations.Nullable;

/**
 * Measures until a future is completed. The very future that the method has returned is
 * handed on, so its class and its cancellation stay what they are.
 */
final class CompletionStageAdapter implements CompletionAdapter {

	@Override
	public boolean supports(Method method, Class<?> returnType) {
		return CompletionStage.class.isAssignableFrom(returnType);
	}

	@Override
	public Object attach(Object value, Class<?> returnType, CallSource calls) {
		Call call = calls.start();
		((CompletionStage<?>) value).whenComplete((result, failure) -> end(call, result, failure));
		return value;
	}

	private static void end(Call call, @Nullable Object result, @Nullable Throwable failure) {
		Throwable cause = unwrap(failure);
		if (cause == null) {
			call.complete(result);
		}
		else if (cause instanceof CancellationException) {
			call.cancel();
		}
		else {
			call.fail(cause);
		}
	}

	private static @Nullable Throwable unwrap(@Nullable Throwable failure) {
		Throwable cause = failure;
		while ((cause instanceof CompletionException || cause instanceof ExecutionException)
				&& cause.getCause() != null) {
			cause = cause.getCause();
		}
		return cause;
	}

}
