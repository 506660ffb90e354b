package dev.autometrics.explorer;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a source of figures does not answer, or not with figures.
 *
 * @since 0.1.0
 */
public final class FiguresUnavailableException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception.
	 * @param reason why there are no figures, for people
	 * @param cause what went wrong, {@code null} if the reason says it all
	 */
	public FiguresUnavailableException(String reason, @Nullable Throwable cause) {
		super(reason, cause);
	}

}
