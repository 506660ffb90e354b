package dev.autometrics.interceptor;

import dev.autometrics.instrument.Call;
import dev.autometrics.instrument.CallerContext;
import dev.autometrics.instrument.FunctionRecorder;
import dev.autometrics.instrument.RecordingFailures;
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

	private final RecordingFailures failures;

	MeasuredMethod(FunctionRecorder function, FunctionResults results, Class<?> returnType,
			@Nullable CompletionAdapter adapter, RecordingFailures failures) {
		this.function = function;
		this.results = results;
		this.returnType = returnType;
		this.adapter = adapter;
		this.failures = failures;
	}

	@Nullable Object invoke(Joinpoint invocation) throws Throwable {
		@Nullable Object[] frame = CallerContext.frame();
		FunctionRecorder caller = CallerContext.enter(frame, this.function);
		try {
			return (this.adapter == null) ? measure(invocation, caller) : measure(invocation, caller, this.adapter);
		}
		finally {
			CallerContext.leave(frame, caller);
		}
	}

	private @Nullable Object measure(Joinpoint invocation, @Nullable FunctionRecorder caller) throws Throwable {
		long start = this.function.start();
		Object value = null;
		Throwable failure = null;
		try {
			value = invocation.proceed();
			return value;
		}
		catch (Throwable ex) {
			failure = ex;
			throw ex;
		}
		finally {
			this.function.end(caller, start, this.results.of(invocation).resultOf(value, failure));
		}
	}

	private @Nullable Object measure(Joinpoint invocation, @Nullable FunctionRecorder caller, CompletionAdapter adapter)
			throws Throwable {
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
		return attach(value, adapter, call);
	}

	private Object attach(Object value, CompletionAdapter adapter, Call call) {
		try {
			Object attached = adapter.attach(value, this.returnType,
					adapter.startsOnSubscription() ? CallSource.ofSubscriptions(call) : CallSource.ofInvocation(call));
			if (adapter.startsOnSubscription()) {
				call.discard();
			}
			return attached;
		}
		catch (Throwable ex) {
			call.complete(null);
			this.failures.report("attach to what was returned by", call.function(), ex);
			return value;
		}
	}

}
