package dev.autometrics.prometheus;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a query.
 *
 * @param found the series, {@code null} if this query failed
 * @param failure why it failed, {@code null} if it did not
 * @since 0.1.0
 */
public record PrometheusAnswer(@Nullable List<PrometheusSeries> found, @Nullable PrometheusException failure) {

	/**
	 * Return the series.
	 * @return an immutable list
	 * @throws PrometheusException if this query failed
	 */
	public List<PrometheusSeries> series() {
		if (this.failure != null) {
			throw this.failure;
		}
		return Objects.requireNonNull(this.found);
	}

	/**
	 * Return the series, or none if this query failed.
	 * @return an immutable list
	 */
	public List<PrometheusSeries> seriesOrNone() {
		return (this.found != null) ? this.found : List.of();
	}

}
