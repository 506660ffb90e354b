package dev.autometrics.interceptor;

import dev.autometrics.instrument.Call;
import dev.autometrics.instrument.CallerContext;
import dev.autometrics.instrument.FunctionRecorder;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * One subscription, which is one call. Signals are handed on as they are, one for one;
 * requests too, so there is no prefetch and no buffer.
 * <p>
 * What runs above this subscriber (the source, while it subscribes, is requested from or
 * cancelled) runs as the function; what runs below (the operators that its caller has put
 * on the value) runs as the caller. The context says so as well, for what is subscribed
 * to on other threads.
 *
 * @param <T> the type of the values
 */
final class MeasuredSubscriber<T> implements CoreSubscriber<T>, Subscription, Scannable {

	private final CoreSubscriber<? super T> actual;

	private final Context context;

	private final Call call;

	private final boolean single;

	private @Nullable Subscription upstream;

	/**
	 * Start a call.
	 * @param actual the subscriber
	 * @param calls where the call comes from
	 * @param single whether the first value ends it: what comes after a value of a Mono
	 * tells nothing, and operators such as {@code next} cancel then
	 */
	MeasuredSubscriber(CoreSubscriber<? super T> actual, CallSource calls, boolean single) {
		Context context = actual.currentContext();
		FunctionRecorder caller = context.getOrDefault(CallerContext.KEY, null);
		this.actual = actual;
		this.context = context.put(CallerContext.KEY, calls.function());
		this.call = (caller != null) ? calls.start(caller) : calls.start();
		this.single = single;
	}

	static <T> void subscribe(Publisher<? extends T> source, MeasuredSubscriber<T> subscriber) {
		@Nullable Object[] frame = CallerContext.frame();
		FunctionRecorder previous = CallerContext.enter(frame, subscriber.call.function());
		try {
			source.subscribe(subscriber);
		}
		catch (Throwable ex) {
			subscriber.call.fail(ex);
			throw ex;
		}
		finally {
			CallerContext.leave(frame, previous);
		}
	}

	@Override
	public Context currentContext() {
		return this.context;
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		if (Operators.validate(this.upstream, subscription)) {
			this.upstream = subscription;
			runAs(this.call.caller(), () -> this.actual.onSubscribe(this));
		}
	}

	@Override
	public void onNext(T value) {
		if (this.single) {
			this.call.complete(value);
		}
		// Once for each value, so without the Runnable of the others.
		@Nullable Object[] frame = CallerContext.frame();
		FunctionRecorder previous = CallerContext.enter(frame, this.call.caller());
		try {
			this.actual.onNext(value);
		}
		finally {
			CallerContext.leave(frame, previous);
		}
	}

	@Override
	public void onError(Throwable failure) {
		this.call.fail(failure);
		runAs(this.call.caller(), () -> this.actual.onError(failure));
	}

	@Override
	public void onComplete() {
		this.call.complete(null);
		runAs(this.call.caller(), this.actual::onComplete);
	}

	@Override
	public void request(long count) {
		Subscription upstream = this.upstream;
		if (upstream != null) {
			runAs(this.call.function(), () -> upstream.request(count));
		}
	}

	@Override
	public void cancel() {
		this.call.cancel();
		Subscription upstream = this.upstream;
		if (upstream != null) {
			runAs(this.call.function(), upstream::cancel);
		}
	}

	private static void runAs(@Nullable FunctionRecorder function, Runnable signal) {
		@Nullable Object[] frame = CallerContext.frame();
		FunctionRecorder previous = CallerContext.enter(frame, function);
		try {
			signal.run();
		}
		finally {
			CallerContext.leave(frame, previous);
		}
	}

	@Override
	@SuppressWarnings("rawtypes")
	public @Nullable Object scanUnsafe(Attr key) {
		if (key == Attr.PARENT) {
			return this.upstream;
		}
		if (key == Attr.ACTUAL) {
			return this.actual;
		}
		return (key == Attr.RUN_STYLE) ? Attr.RunStyle.SYNC : null;
	}

}
