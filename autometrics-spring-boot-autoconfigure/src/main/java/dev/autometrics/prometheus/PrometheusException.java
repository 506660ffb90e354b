package dev.autometrics.prometheus;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when Prometheus does not answer, or not as it was asked to.
 *
 * @since 0.1.0
 */
public final class PrometheusException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final Kind kind;

	PrometheusException(Kind kind, String message) {
		this(kind, message, null);
	}

	PrometheusException(Kind kind, String message, @Nullable Throwable cause) {
		super(message, cause);
		this.kind = kind;
	}

	/**
	 * Return what went wrong.
	 * @return the kind
	 */
	public Kind kind() {
		return this.kind;
	}

	/**
	 * What went wrong.
	 */
	public enum Kind {

		/**
		 * There is no connection, or nothing useful behind it.
		 */
		UNREACHABLE(true),

		/**
		 * There was no answer in time.
		 */
		TIMEOUT(true),

		/**
		 * It asks for other credentials.
		 */
		UNAUTHORIZED(true),

		/**
		 * What answers is no Prometheus.
		 */
		NOT_PROMETHEUS(true),

		/**
		 * This query is refused or takes too long. Others may not.
		 */
		QUERY(false),

		/**
		 * The answer to this query is too large.
		 */
		TOO_LARGE(false);

		private final boolean outage;

		Kind(boolean outage) {
			this.outage = outage;
		}

		/**
		 * Return whether other queries fail as well.
		 * @return {@code false} if it is this query alone
		 */
		public boolean isOutage() {
			return this.outage;
		}

	}

}
