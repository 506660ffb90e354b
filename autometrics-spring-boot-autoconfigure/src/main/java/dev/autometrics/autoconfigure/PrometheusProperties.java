package dev.autometrics.autoconfigure;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Prometheus that the links lead to and that figures come from.
 *
 * @param url Address of Prometheus as the browser of a reader sees it. Taken from the
 * environment variable PROMETHEUS_URL if not set, http://localhost:9090 at last.
 * @param queryUrl Address of Prometheus as the application sees it. The one that links
 * lead to if not set, provided that it is set itself. Empty for none.
 * @param timeout Longest time to wait for Prometheus.
 * @param username User that Prometheus is asked as.
 * @param password Password of the user.
 * @param bearerToken Token that Prometheus is asked with, instead of a user.
 * @param headers Headers of every request to Prometheus, such as that of a tenant.
 * @param ssl Encryption of the connection to Prometheus.
 * @since 0.1.0
 */
public record PrometheusProperties(@Nullable String url, @Nullable String queryUrl,
		@DefaultValue("2s") Duration timeout, @Nullable String username, @Nullable String password,
		@Nullable String bearerToken, @DefaultValue Map<String, String> headers, @DefaultValue Ssl ssl) {

	public PrometheusProperties {
		headers = Map.copyOf(headers);
	}

	/**
	 * Return no value, since some are secret.
	 */
	@Override
	public String toString() {
		return "Prometheus";
	}

	/**
	 * Encryption of the connection to Prometheus.
	 *
	 * @param bundle Name of the SSL bundle that has the certificates.
	 */
	public record Ssl(@Nullable String bundle) {

	}

}
