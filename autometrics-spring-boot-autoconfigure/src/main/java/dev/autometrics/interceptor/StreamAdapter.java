package dev.autometrics.interceptor;

import java.lang.reflect.Method;
import java.util.stream.BaseStream;

import dev.autometrics.instrument.Call;

/**
 * Measures until a stream is closed. One that nobody closes is never measured.
 */
final class StreamAdapter implements CompletionAdapter {

	@Override
	public boolean supports(Method method, Class<?> returnType) {
		return BaseStream.class.isAssignableFrom(returnType);
	}

	@Override
	public Object attach(Object value, Class<?> returnType, CallSource calls) {
		Call call = calls.start();
		return ((BaseStream<?, ?>) value).onClose(() -> call.complete(null));
	}

}
