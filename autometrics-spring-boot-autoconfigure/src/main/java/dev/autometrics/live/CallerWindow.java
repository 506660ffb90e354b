package dev.autometrics.live;

import dev.autometrics.model.FunctionId;
import org.jspecify.annotations.Nullable;

/**
 * Calls of a function by one caller in some time.
 *
 * @param caller the caller, {@code null} for none
 * @param seconds how long the time was, 0 if that is not known
 * @param calls the calls, good and bad
 * @param errors the calls that failed
 * @since 0.1.0
 */
public record CallerWindow(@Nullable FunctionId caller, double seconds, long calls, long errors) {

	/**
	 * Return how often the caller called.
	 * @return calls per second
	 */
	public double rate() {
		return this.calls / Math.max(1, this.seconds);
	}

	/**
	 * Return how many calls failed.
	 * @return a share from 0 to 1, {@code null} without calls
	 */
	public @Nullable Double errorRatio() {
		return (this.calls > 0) ? Math.min(1, (double) this.errors / this.calls) : null;
	}

}
