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

	@Nullable Object invoke(Joinpoint invocation) throws Throwable {
		@Nullable Object[] frame = CallerContext.frame();
		FunctionRecorder caller = CallerContext.enter(frame, this.function);
		try {
			CompletionAdapter adapter = this.adapter;
			if (adapter == null) {
				return measure(invocation, caller);
			}
			return this.startsOnSubscription ? measureSubscriptions(invocation, caller, adapter)
					: measureCompletion(invocation, caller, adapter);
		}
		finally {
			CallerContext.leave(frame, caller);
		}
	}

	// A method that throws has ended, whatever it would have returned.
	private @Nullable Object measure(Joinpoint invocation, @Nullable FunctionRecorder caller) throws Throwable {
		ResultRule rule = this.results.of(invocation);
		long start = this.function.start();
		Object value;
		try {
			value = invocation.proceed();
		}
		catch (Throwable ex) {
			this.function.end(caller, start, rule.resultOf(null, ex));
			throw ex;
		}
		this.function.end(caller, start, rule.resultOf(value, null));
		return value;
	}

	// What is returned is no call yet, but what does not return it was one.
	private @Nullable Object measureSubscriptions(Joinpoint invocation, @Nullable FunctionRecorder caller,
			CompletionAdapter adapter) throws Throwable {
		ResultRule rule = this.results.of(invocation);
		long time = this.function.time();
		Object value;
		try {
			value = invocation.proceed();
		}
		catch (Throwable ex) {
			this.function.end(caller, this.function.startedAt(time), rule.resultOf(null, ex));
			throw ex;
		}
		if (value == null) {
			this.function.end(caller, this.function.startedAt(time), rule.resultOf(null, null));
			return null;
		}
		CallSource.OfSubscriptions calls = CallSource.ofSubscriptions(this.function, caller, rule, time);
		Object attached = attach(value, adapter, calls);
		calls.takeBackInvocation();
		return attached;
	}

	private @Nullable Object measureCompletion(Joinpoint invocation, @Nullable FunctionRecorder caller,
			CompletionAdapter adapter) throws Throwable {
		Call call = this.function.call(caller, this.results.of(invocation));
		Object value;
		try {
			value = invocation.proceed();
		}
		catch (Throwable ex) {
			call.fail(ex);
			throw ex;
		}
		if (value == null) {
			call.complete(null);
			return null;
		}
		// Not by attach: the source is no object as long as nothing but the adapter sees
		// it.
		try {
			return adapter.attach(value, this.returnType, CallSource.ofInvocation(call));
		}
		catch (Throwable ex) {
			return notAttached(value, call, ex);
		}
	}

	private Object attach(Object value, CompletionAdapter adapter, CallSource calls) {
		try {
			return adapter.attach(value, this.returnType, calls);
		}
		catch (Throwable ex) {
			return notAttached(value, calls.invocation(), ex);
		}
	}

	private Object notAttached(Object value, Call call, Throwable failure) {
		call.complete(null);
		this.failures.report("attach to what was returned by", this.function, failure);
		return value;
	}

}
