package dev.autometrics.interceptor;

import java.util.concurrent.CancellationException;

import dev.autometrics.instrument.Call;
import dev.autometrics.instrument.CallerContext;
import dev.autometrics.instrument.FunctionRecorder;
import kotlin.ResultKt;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import kotlinx.coroutines.flow.FlowCollector;
import org.jspecify.annotations.Nullable;

/**
 * One collection of a flow, which is one call. It ends like a cancelled one where the
 * collector fails or has seen enough: a flow does not know what is done with its values.
 *
 * @param <T> the type of the values
 */
final class MeasuredCollection<T> implements FlowCollector<T>, Continuation<Unit> {

	private final FlowCollector<? super T> collector;

	private final Continuation<? super Unit> continuation;

	private final Call call;

	private volatile boolean collectorFailed;

	MeasuredCollection(FlowCollector<? super T> collector, Continuation<? super Unit> continuation, Call call) {
		this.collector = collector;
		this.continuation = continuation;
		this.call = call;
	}

	@Override
	public @Nullable Object emit(T value, Continuation<? super Unit> emitter) {
		@Nullable Object[] frame = CallerContext.frame();
		FunctionRecorder previous = CallerContext.enter(frame, this.call.caller());
		try {
			return this.collector.emit(value, new Emission(emitter));
		}
		catch (Throwable ex) {
			this.collectorFailed = true;
			throw ex;
		}
		finally {
			CallerContext.leave(frame, previous);
		}
	}

	@Nullable Object ended(@Nullable Object value) {
		if (value != IntrinsicsKt.getCOROUTINE_SUSPENDED()) {
			this.call.complete(null);
		}
		return value;
	}

	void failed(Throwable failure) {
		if (this.collectorFailed || failure instanceof CancellationException) {
			this.call.cancel();
		}
		else {
			this.call.fail(failure);
		}
	}

	@Override
	public CoroutineContext getContext() {
		return this.continuation.getContext();
	}

	@Override
	public void resumeWith(Object result) {
		Throwable failure = failureOf(result);
		if (failure == null) {
			this.call.complete(null);
		}
		else {
			failed(failure);
		}
		this.continuation.resumeWith(result);
	}

	private static @Nullable Throwable failureOf(Object result) {
		try {
			ResultKt.throwOnFailure(result);
			return null;
		}
		catch (Throwable ex) {
			return ex;
		}
	}

	/**
	 * A value that the collector is busy with.
	 */
	private final class Emission implements Continuation<Unit> {

		private final Continuation<? super Unit> emitter;

		Emission(Continuation<? super Unit> emitter) {
			this.emitter = emitter;
		}

		@Override
		public CoroutineContext getContext() {
			return this.emitter.getContext();
		}

		@Override
		public void resumeWith(Object result) {
			if (failureOf(result) != null) {
				MeasuredCollection.this.collectorFailed = true;
			}
			this.emitter.resumeWith(result);
		}

	}

}
