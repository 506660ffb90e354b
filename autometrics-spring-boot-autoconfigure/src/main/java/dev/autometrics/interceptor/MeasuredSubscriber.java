package dev.autometrics.interceptor;

import dev.autometrics.instrument.Call;
import dev.autometrics.instrument.CallerContext;
import dev.autometrics.instrument.FunctionRecorder;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CorePublisher;
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

	private final @Nullable Object[] frame;

	// The thread that the frame is of, while it subscribes to the source, when most
	// signals come. Not volatile: only that thread can find itself here.
	private @Nullable Thread subscribing;

	private @Nullable Subscription upstream;

	/**
	 * Create a subscriber.
	 * @param actual the subscriber
	 * @param call the call
	 * @param single whether the first value ends it: what comes after a value of a Mono
	 * tells nothing, and operators such as {@code next} cancel then
	 * @param frame the frame of the current thread
	 */
	private MeasuredSubscriber(CoreSubscriber<? super T> actual, Call call, boolean single, @Nullable Object[] frame) {
		this.actual = actual;
		this.context = actual.currentContext().put(CallerContext.KEY, call.function());
		this.call = call;
		this.single = single;
		this.frame = frame;
	}

	/**
	 * Start a call, and subscribe to its source.
	 * @param <T> the type of the values
	 * @param source the source
	 * @param actual the subscriber
	 * @param calls where the call comes from
	 * @param single whether the first value ends it
	 */
	static <T> void subscribe(CorePublisher<? extends T> source, CoreSubscriber<? super T> actual, CallSource calls,
			boolean single) {
		@Nullable Object[] frame = CallerContext.frame();
		FunctionRecorder caller = caller(actual, frame);
		Call call = (caller != null) ? calls.start(caller) : calls.start();
		new MeasuredSubscriber<>(actual, call, single, frame).subscribeTo(source);
	}

	/**
	 * Return who calls by subscribing.
	 * @param actual the subscriber
	 * @param frame the frame of the current thread
	 * @return the function in the context of the subscriber, else that of the thread
	 */
	static @Nullable FunctionRecorder caller(CoreSubscriber<?> actual, @Nullable Object[] frame) {
		FunctionRecorder caller = actual.currentContext().getOrDefault(CallerContext.KEY, null);
		return (caller != null) ? caller : CallerContext.current(frame);
	}

	private void subscribeTo(CorePublisher<? extends T> source) {
		FunctionRecorder previous = CallerContext.enter(this.frame, this.call.function());
		this.subscribing = Thread.currentThread();
		try {
			source.subscribe(this);
		}
		catch (Throwable ex) {
			this.call.fail(ex);
			throw ex;
		}
		finally {
			this.subscribing = null;
			CallerContext.leave(this.frame, previous);
		}
	}

	private @Nullable Object[] frame() {
		return (this.subscribing == Thread.currentThread()) ? this.frame : CallerContext.frame();
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
		@Nullable Object[] frame = frame();
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

	private void runAs(@Nullable FunctionRecorder function, Runnable signal) {
		@Nullable Object[] frame = frame();
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
