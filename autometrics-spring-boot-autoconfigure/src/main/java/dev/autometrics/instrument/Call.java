package dev.autometrics.instrument;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

import dev.autometrics.Result;
import org.jspecify.annotations.Nullable;

/**
 * A call that ends later than the method returns. The first of {@link #complete},
 * {@link #fail} and {@link #cancel} ends it, on whatever thread; the others do nothing.
 * None of them throws.
 *
 * @since 0.1.0
 */
public final class Call {

	private static final AtomicIntegerFieldUpdater<Call> ENDED = AtomicIntegerFieldUpdater.newUpdater(Call.class,
			"ended");

	// Written by the updater: an AtomicBoolean would be a second object for each call.
	private volatile int ended;

	private final FunctionRecorder function;

	private final @Nullable FunctionRecorder caller;

	private final ResultRule rule;

	private final @Nullable CallSpan span;

	private final long start;

	Call(FunctionRecorder function, @Nullable FunctionRecorder caller, ResultRule rule, long start) {
		this.function = function;
		this.caller = caller;
		this.rule = rule;
		this.span = function.span();
		this.start = start;
	}

	/**
	 * End the call as one that came to a value.
	 * @param value the value, {@code null} for none
	 */
	public void complete(@Nullable Object value) {
		if (isFirstEnd()) {
			end(this.rule.resultOf(value, null));
		}
	}

	/**
	 * End the call as one that failed.
	 * @param failure what it failed with
	 */
	public void fail(Throwable failure) {
		if (isFirstEnd()) {
			end(this.rule.resultOf(null, failure));
		}
	}

	/**
	 * End the call as one whose outcome nobody waits for any longer.
	 */
	public void cancel() {
		if (isFirstEnd()) {
			end(this.function.resultOfCancellation());
		}
	}

	/**
	 * Take the call back: it turns out to be none, and nothing is recorded.
	 */
	public void discard() {
		if (isFirstEnd()) {
			this.function.discard();
		}
	}

	private boolean isFirstEnd() {
		return this.ended == 0 && ENDED.compareAndSet(this, 0, 1);
	}

	// The thread that a call ends on may have another span, or none.
	private void end(Result result) {
		if (this.span == null || this.span.equals(this.function.span())) {
			this.function.end(this.caller, this.start, result);
			return;
		}
		this.span.enter();
		try {
			this.function.end(this.caller, this.start, result);
		}
		finally {
			CallSpan.leave();
		}
	}

	/**
	 * Return the function that is called.
	 * @return the recorder of the function
	 */
	public FunctionRecorder function() {
		return this.function;
	}

	/**
	 * Return the function that called.
	 * @return the recorder of the caller, {@code null} if there is none
	 */
	public @Nullable FunctionRecorder caller() {
		return this.caller;
	}

}
