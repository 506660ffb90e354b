package dev.autometrics.explorer;

import dev.autometrics.model.FunctionId;
import org.jspecify.annotations.Nullable;

/**
 * Calls of a function by another.
 *
 * @param caller the nearest measured function that calls, {@code null} for none
 * @param callee the function that is called
 * @param requestRate calls per second
 * @param errorRatio the share of calls that failed, from 0 to 1, {@code null} without
 * calls
 * @since 0.1.0
 */
public record CallEdge(@Nullable FunctionId caller, FunctionId callee, double requestRate,
		@Nullable Double errorRatio) {

}
