package dev.autometrics.interceptor;

import dev.autometrics.instrument.CallerContext;
import dev.autometrics.instrument.FunctionRecorder;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlinx.coroutines.flow.Flow;
import kotlinx.coroutines.flow.FlowCollector;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * A flow each of whose collections is a call.
 *
 * @param <T> the type of the values
 */
final class MeasuredFlow<T> implements Flow<T> {

	private static final boolean BRIDGE_PRESENT = ClassUtils.isPresent("kotlinx.coroutines.reactor.ReactorContext",
			MeasuredFlow.class.getClassLoader());

	private final Flow<T> source;

	private final CallSource calls;

	MeasuredFlow(Flow<T> source, CallSource calls) {
		this.source = source;
		this.calls = calls;
	}

	@Override
	public @Nullable Object collect(FlowCollector<? super T> collector, Continuation<? super Unit> continuation) {
		FunctionRecorder caller = BRIDGE_PRESENT ? ReactiveCaller.of(continuation.getContext()) : null;
		MeasuredCollection<T> collection = new MeasuredCollection<>(collector, continuation,
				(caller != null) ? this.calls.start(caller) : this.calls.start());
		@Nullable Object[] frame = CallerContext.frame();
		FunctionRecorder previous = CallerContext.enter(frame, this.calls.function());
		try {
			return collection.ended(runningAsFunction(continuation).collect(collection, collection));
		}
		catch (Throwable ex) {
			collection.failed(ex);
			throw ex;
		}
		finally {
			CallerContext.leave(frame, previous);
		}
	}

	private Flow<T> runningAsFunction(Continuation<?> continuation) {
		return BRIDGE_PRESENT ? ReactiveCaller.set(this.source, continuation.getContext(), this.calls.function())
				: this.source;
	}

}
