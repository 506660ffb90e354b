package dev.autometrics.interceptor;

import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;

/**
 * A Flux each of whose subscriptions is a call.
 *
 * @param <T> the type of the values
 */
final class MeasuredFlux<T> extends FluxOperator<T, T> {

	private final CallSource calls;

	MeasuredFlux(Flux<? extends T> source, CallSource calls) {
		super(source);
		this.calls = calls;
	}

	@Override
	public void subscribe(CoreSubscriber<? super T> actual) {
		MeasuredSubscriber.subscribe(this.source, actual, this.calls, false);
	}

}
