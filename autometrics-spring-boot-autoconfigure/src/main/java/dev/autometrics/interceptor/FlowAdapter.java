package dev.autometrics.interceptor;

import java.lang.reflect.Method;

import kotlinx.coroutines.flow.Flow;

/**
 * Measures Kotlin's flows, each collection from its start to its end. A flow goes on
 * running in the coroutine of its collector, value by value: on a detour by Reactor it
 * would lose the context of the collector, and run ahead of it.
 */
final class FlowAdapter implements CompletionAdapter {

	@Override
	public boolean supports(Method method, Class<?> returnType) {
		return returnType == Flow.class;
	}

	@Override
	public boolean startsOnSubscription() {
		return true;
	}

	@Override
	public Object attach(Object value, Class<?> returnType, CallSource calls) {
		return new MeasuredFlow<>((Flow<?>) value, calls);
	}

}
