package dev.autometrics.interceptor;

import dev.autometrics.instrument.CallerContext;
import dev.autometrics.instrument.FunctionRecorder;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.Fuseable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/**
 * A Mono each of whose subscriptions is a call. That to a Mono which has its value
 * already, or has none and knows it, is over as it starts, whatever is requested.
 *
 * @param <T> the type of the value
 */
final class MeasuredMono<T> extends MonoOperator<T, T> {

	private static final Class<?> VALUE = Mono.just(0).getClass();

	private static final Class<?> NO_VALUE = Mono.empty().getClass();

	private final CallSource calls;

	private final boolean known;

	MeasuredMono(Mono<? extends T> source, CallSource calls) {
		super(source);
		this.calls = calls;
		this.known = isKnown(source);
	}

	// By their classes: others that look like them ask somebody for an error.
	private static boolean isKnown(Mono<?> source) {
		return source instanceof Fuseable.ScalarCallable
				&& (source.getClass() == VALUE || source.getClass() == NO_VALUE);
	}

	@Override
	public void subscribe(CoreSubscriber<? super T> actual) {
		if (this.known) {
			subscribeToValue(actual);
		}
		else {
			MeasuredSubscriber.subscribe(this.source, actual, this.calls, true);
		}
	}

	// Nothing is waited for, so nothing has to stand between the source and the
	// subscriber.
	private void subscribeToValue(CoreSubscriber<? super T> actual) {
		@Nullable Object[] frame = CallerContext.frame();
		FunctionRecorder caller = this.calls.complete(MeasuredSubscriber.caller(actual, frame), this.source.block());
		FunctionRecorder previous = CallerContext.enter(frame, caller);
		try {
			this.source.subscribe(actual);
		}
		finally {
			CallerContext.leave(frame, previous);
		}
	}

}
