package dev.autometrics.benchmarks;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/**
 * A subscriber that takes all there is and keeps the last value. It does not block, so
 * that what is measured is not Reactor's waiting.
 */
final class ValueSubscriber implements CoreSubscriber<String> {

	@Nullable String value;

	@Override
	public void onSubscribe(Subscription subscription) {
		subscription.request(Long.MAX_VALUE);
	}

	@Override
	public void onNext(String value) {
		this.value = value;
	}

	@Override
	public void onError(Throwable failure) {
		throw new IllegalStateException(failure);
	}

	@Override
	public void onComplete() {
	}

}
