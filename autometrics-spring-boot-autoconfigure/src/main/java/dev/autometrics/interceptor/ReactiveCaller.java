package dev.autometrics.interceptor;

import dev.autometrics.instrument.CallerContext;
import dev.autometrics.instrument.FunctionRecorder;
import kotlin.coroutines.CoroutineContext;
import kotlinx.coroutines.flow.Flow;
import kotlinx.coroutines.flow.FlowKt;
import kotlinx.coroutines.reactor.ReactorContext;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;

/**
 * The current function of a coroutine. It is in the Reactor context that a coroutine
 * carries, where the bridge from coroutines to Reactor hands it on to what suspends.
 */
final class ReactiveCaller {

	private ReactiveCaller() {
	}

	static @Nullable FunctionRecorder of(CoroutineContext context) {
		return reactorContext(context).getOrDefault(CallerContext.KEY, null);
	}

	// No other dispatcher, so Kotlin puts no channel between the flow and its collector.
	static <T> Flow<T> set(Flow<T> flow, CoroutineContext context, FunctionRecorder function) {
		return FlowKt.flowOn(flow, new ReactorContext(reactorContext(context).put(CallerContext.KEY, function)));
	}

	private static Context reactorContext(CoroutineContext context) {
		ReactorContext element = context.get(ReactorContext.Key);
		return (element != null) ? element.getContext() : Context.empty();
	}

}
