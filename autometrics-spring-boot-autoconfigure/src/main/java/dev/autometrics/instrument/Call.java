package dev.autometrics.instrument;

import java.util.concurrent.atomic.AtomicBoolean;

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

	private final AtomicBoolean ended = new AtomicBoolean();

	private final FunctionRecorder function;

	private final @Nullable FunctionRecorder caller;

	private final ResultRule rule;

	private final @Nullable CallSpan span;

	private final long start;

	Call(FunctionRecorder function, @Nullable FunctionRecorder caller, ResultRule rule) {
		this.function = function;
		this.caller = caller;
		this.rule = rule;
		this.span = function.span();
		this.start = function.start();
	}

	/**
	 * End the call as one that came to a value.
	 * @param value the value, {@code null} for none
	 */
	public void complete(@Nullable Object value) {
		if (this.ended.compareAndSet(false, true)) {
			end(this.rule.resultOf(value, null));
		}
	}

	/**
	 * End the call as one that failed.
	 * @param failure what it failed with
	 */
	public void fail(Throwable failure) {
		if (this.ended.compareAndSet(false, true)) {
			end(this.rule.resultOf(null, failure));
		}
	}

	/**
	 * End the call as one whose outcome nobody waits for any longer.
	 */
	public void cancel() {
		if (this.ended.compareAndSet(false, true)) {
			end(this.function.resultOfCancellation());
		}
	}

	/**
	 * Take the call back: it turns out to be none, and nothing is recorded.
	 */
	public void discard() {
		if (this.ended.compareAndSet(false, true)) {
			this.function.discard();
		}
	}

	/**
	 * Start another call of the same function.
	 * @param by the function that calls, {@code null} where there is none
	 * @return the call
	 */
	public Call another(@Nullable FunctionRecorder by) {
		return new Call(this.function, by, this.rule);
	}

	// The thread that a call ends on has another span, or none.
	private void end(Result result) {
		if (this.span == null) {
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
