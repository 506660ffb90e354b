package dev.autometrics.prometheus;

import java.time.Instant;

import dev.autometrics.prometheus.PrometheusException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Whether a Prometheus answers.
 *
 * @param failure what is wrong, {@code null} if nothing is known to be
 * @param error what is wrong in words, {@code null} if nothing is known to be
 * @param checkedAt when that was found, {@code null} if it was never asked
 * @param retryAt when it is asked again at the earliest, {@code null} for at any time
 * @since 0.1.0
 */
public record PrometheusHealth(@Nullable Kind failure, @Nullable String error, @Nullable Instant checkedAt,
		@Nullable Instant retryAt) {

	static final PrometheusHealth UNKNOWN = new PrometheusHealth(null, null, null, null);

}
