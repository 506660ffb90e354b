package dev.autometrics.instrument;

import dev.autometrics.Result;
import dev.autometrics.model.FunctionId;
import org.jspecify.annotations.Nullable;

/**
 * What the calls of one function are written to. Safe for concurrent use.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface FunctionMeters {

	/**
	 * Record a call that has ended.
	 * @param caller the nearest instrumented function that called, {@code null} where
	 * there is none
	 * @param result how the call ended
	 * @param nanos how long it took, in nanoseconds
	 */
	void record(@Nullable FunctionId caller, Result result, long nanos);

}
