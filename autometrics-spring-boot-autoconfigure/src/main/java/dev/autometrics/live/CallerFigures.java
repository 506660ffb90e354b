package dev.autometrics.live;

import java.util.concurrent.atomic.LongAdder;

import dev.autometrics.Result;
import dev.autometrics.model.FunctionId;
import org.jspecify.annotations.Nullable;

/**
 * Calls of one function by one caller.
 */
final class CallerFigures {

	private final @Nullable FunctionId caller;

	private final LongAdder succeeded = new LongAdder();

	private final LongAdder failed = new LongAdder();

	/**
	 * Create figures without calls.
	 * @param caller the caller, {@code null} for none
	 */
	CallerFigures(@Nullable FunctionId caller) {
		this.caller = caller;
	}

	@Nullable FunctionId caller() {
		return this.caller;
	}

	void end(Result result) {
		((result == Result.OK) ? this.succeeded : this.failed).increment();
	}

	/**
	 * Return the good calls and the bad ones.
	 * @return two numbers
	 */
	long[] counts() {
		return new long[] { this.succeeded.sum(), this.failed.sum() };
	}

}
