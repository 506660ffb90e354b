package dev.autometrics.explorer;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How it stands with the Prometheus that figures may come from.
 *
 * @param state whether it answers
 * @param url its address without credentials, {@code null} if none is configured
 * @param error why it does not answer, for people, {@code null} if it does
 * @param checkedAt when it was last asked, {@code null} for never
 * @param retryAt when it is asked again at the earliest, {@code null} for at any time
 * @since 0.1.0
 */
public record PrometheusStatus(State state, @Nullable String url, @Nullable String error, @Nullable Instant checkedAt,
		@Nullable Instant retryAt) {

	/**
	 * There is no Prometheus to ask.
	 */
	public static final PrometheusStatus NOT_CONFIGURED = new PrometheusStatus(State.NOT_CONFIGURED, null, null, null,
			null);

	/**
	 * Whether Prometheus answers.
	 */
	public enum State {

		/**
		 * It answers, and has the series of this application.
		 */
		OK,

		/**
		 * It does not answer, or not in time.
		 */
		UNREACHABLE,

		/**
		 * It refuses the credentials, or asks for some.
		 */
		UNAUTHORIZED,

		/**
		 * What answers is not Prometheus.
		 */
		NOT_PROMETHEUS,

		/**
		 * It answers, but has no series of this application.
		 */
		NO_SERIES,

		/**
		 * There is none to ask.
		 */
		NOT_CONFIGURED,

		/**
		 * It has not been asked yet.
		 */
		UNKNOWN

	}

}
