package dev.autometrics.interceptor;

import dev.autometrics.instrument.Call;
import dev.autometrics.instrument.CallerContext;
import dev.autometrics.instrument.FunctionRecorder;
import dev.autometrics.instrument.RecordingFailures;
import dev.autometrics.instrument.ResultRule;
import org.aopalliance.intercept.Joinpoint;
import org.jspecify.annotations.Nullable;

/**
 * A method on a target class, or a block, and all that is known of its calls beforehand.
 */
final class MeasuredMethod {

	private final FunctionRecorder function;

	private final FunctionResults results;

	private final Class<?> returnType;

	private final @Nullable CompletionAdapter adapter;

	private final boolean startsOnSubscription;

	private final RecordingFailures failures;

	MeasuredMethod(FunctionRecorder function, FunctionResults results, Class<?> returnType,
			@Nullable CompletionAdapter adapter, RecordingFailures failures) {
		this.function = function;
		this.results = results;
		this.returnType = returnType;
		this.adapter = adapter;
		this.startsOnSubscription = adapter != null && adapter.startsOnSubscription();
		this.failures = failures;
	}

	/**
	 * Measure a call.
	 * @param invocation the call, from where it is intercepted on
	 * @return what is handed to the caller
	 * @throws Throwable what the call throws
	 */
	@Nullable Object invoke(Joinpoint invocation) throws Throwable {
		@Nullable Object[] frame = CallerContext.frame();
		long time = time();
		FunctionRecorder caller = enter(frame);
		Object value;
		try {
			value = invocation.proceed();
		}
		catch (Throwable ex) {
			CallerContext.leave(frame, caller);
			fail(invocation, caller, time, ex);
			throw ex;
		}
		CallerContext.leave(frame, caller);
		return complete(invocation, caller, time, value);
	}

	/**
	 * Let the function run on the current thread.
	 * @param frame the frame of the thread
	 * @return the function that ran there before, which is the caller
	 */
	@Nullable FunctionRecorder enter(@Nullable Object[] frame) {
		return CallerContext.enter(frame, this.function);
	}

	/**
	 * Start a call.
	 * @return the time, to be handed to the end of the call
	 */
	long time() {
		return this.startsOnSubscription ? this.function.time() : this.function.start();
	}

	/**
	 * End a call that has thrown.
	 * @param invocation the call
	 * @param caller what {@link #enter} returned
	 * @param time what {@link #time} returned
	 * @param failure what was thrown
	 */
	void fail(Joinpoint invocation, @Nullable FunctionRecorder caller, long time, Throwable failure) {
		this.function.end(caller, start(time), this.results.of(invocation).resultOf(null, failure));
	}

	/**
	 * End a call that has returned, or see to it that it is ended later.
	 * @param invocation the call
	 * @param caller what {@link #enter} returned
	 * @param time what {@link #time} returned
	 * @param value what was returned
	 * @return what is handed to the caller
	 */
	@Nullable Object complete(Joinpoint invocation, @Nullable FunctionRecorder caller, long time, @Nullable Object value) {
		ResultRule rule = this.results.of(invocation);
		CompletionAdapter adapter = this.adapter;
		if (adapter == null || value == null) {
			this.function.end(caller, start(time), rule.resultOf(value, null));
			return value;
		}
		return this.startsOnSubscription
				? attach(value, adapter, CallSource.ofSubscriptions(this.function, caller, rule, time))
				: attach(value, adapter, this.function.call(caller, rule, time));
	}

	// A publisher that is returned is no call yet, but what does not return one was a
	// call.
	private long start(long time) {
		return this.startsOnSubscription ? this.function.startedAt(time) : time;
	}

	private Object attach(Object value, CompletionAdapter adapter, CallSource.OfSubscriptions calls) {
		Object attached;
		try {
			attached = adapter.attach(value, this.returnType, calls);
		}
		catch (Throwable ex) {
			attached = notAttached(value, calls.invocation(), ex);
		}
		calls.takeBackInvocation();
		return attached;
	}

	// The source is no object as long as nothing but the adapter sees it.
	private Object attach(Object value, CompletionAdapter adapter, Call call) {
		try {
			return adapter.attach(value, this.returnType, CallSource.ofInvocation(call));
		}
		catch (Throwable ex) {
			return notAttached(value, call, ex);
		}
	}

	private Object notAttached(Object value, Call call, Throwable failure) {
		call.complete(null);
		this.failures.report("attach to what was returned by", this.function, failure);
		return value;
	}

}
