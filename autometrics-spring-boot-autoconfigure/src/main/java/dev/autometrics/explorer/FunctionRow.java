package dev.autometrics.explorer;

import java.util.List;

import dev.autometrics.model.FunctionId;
import org.jspecify.annotations.Nullable;

/**
 * The present figures of a function.
 *
 * @param function the function
 * @param requestRate calls per second, {@code null} if not known
 * @param errorRatio the share of calls that failed, from 0 to 1, {@code null} without
 * calls
 * @param latency the percentiles of the duration
 * @param concurrent the calls under way, {@code null} if not known
 * @param calls the calls since the start, {@code null} if not known
 * @param errors those of them that failed, {@code null} if not known
 * @param trend calls per second over time, oldest first, each in percent of the highest,
 * {@code null} for a gap
 * @since 0.1.0
 */
public record FunctionRow(FunctionId function, @Nullable Double requestRate, @Nullable Double errorRatio,
		Percentiles latency, @Nullable Long concurrent, @Nullable Long calls, @Nullable Long errors,
		List<@Nullable Integer> trend) {

}
