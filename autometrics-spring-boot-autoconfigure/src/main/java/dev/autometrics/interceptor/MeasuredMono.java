package dev.autometrics.interceptor;

import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/**
 * A Mono each of whose subscriptions is a call.
 *
 * @param <T> the type of the value
 */
final class MeasuredMono<T> extends MonoOperator<T, T> {

	private final CallSource calls;

	MeasuredMono(Mono<? extends T> source, CallSource calls) {
		super(source);
		this.calls = calls;
	}

	@Override
	public void subscribe(CoreSubscriber<? super T> actual) {
		MeasuredSubscriber.subscribe(this.source, new MeasuredSubscriber<>(actual, this.calls, true));
	}

}
