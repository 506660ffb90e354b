package dev.autometrics.actuate.endpoint;

import java.time.Instant;

import dev.autometrics.explorer.Figures.Mode;
import dev.autometrics.explorer.Figures.Origin;
import dev.autometrics.explorer.PrometheusStatus;
import dev.autometrics.explorer.PrometheusStatus.State;
import org.jspecify.annotations.Nullable;

/**
 * Where figures come from.
 *
 * @param mode this instance or Prometheus
 * @param historySeconds how far the memory of this instance goes back
 * @param sampleSeconds the time between two samples of it
 * @param prometheus how it stands with Prometheus
 * @since 0.1.0
 */
public record SourceDescriptor(Mode mode, long historySeconds, long sampleSeconds, PrometheusDescriptor prometheus) {

	static SourceDescriptor of(Origin origin) {
		return new SourceDescriptor(origin.mode(), origin.history().length().toSeconds(),
				origin.history().interval().toSeconds(), PrometheusDescriptor.of(origin.prometheus()));
	}

	/**
	 * How it stands with Prometheus.
	 *
	 * @param configured whether there is one to ask
	 * @param url its address
	 * @param status whether it answers
	 * @param error why it does not
	 * @param checkedAt when it was last asked
	 * @param retryAt when it is asked again at the earliest
	 */
	public record PrometheusDescriptor(boolean configured, @Nullable String url, State status, @Nullable String error,
			@Nullable Instant checkedAt, @Nullable Instant retryAt) {

		static PrometheusDescriptor of(PrometheusStatus status) {
			return new PrometheusDescriptor(status.state() != State.NOT_CONFIGURED, status.url(), status.state(),
					status.error(), status.checkedAt(), status.retryAt());
		}

	}

}
