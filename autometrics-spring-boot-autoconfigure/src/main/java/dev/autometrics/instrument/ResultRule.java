package dev.autometrics.instrument;

import dev.autometrics.Result;
import org.jspecify.annotations.Nullable;

/**
 * What the end of a call counts as. Does not throw.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ResultRule {

	/**
	 * A throwable is an error, all else is not.
	 */
	ResultRule DEFAULT = (value, failure) -> (failure != null) ? Result.ERROR : Result.OK;

	/**
	 * Return the result of a call.
	 * @param value what the call came to, {@code null} for nothing
	 * @param failure what the call failed with, {@code null} if it did not
	 * @return the result
	 */
	Result resultOf(@Nullable Object value, @Nullable Throwable failure);

}
