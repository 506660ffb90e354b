package dev.autometrics.prometheus;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

/**
 * Where a Prometheus is and how it is asked. Headers may hold secrets, so they are in no
 * text.
 *
 * @param url the address, with its path prefix where it has one, without user and
 * password
 * @param timeout the longest time to wait for answers
 * @param headers names and values of headers of every request
 * @param ssl what encrypts, {@code null} for the default of the JVM
 * @since 0.1.0
 */
public record PrometheusTarget(URI url, Duration timeout, Map<String, String> headers, @Nullable SSLContext ssl) {

	public PrometheusTarget {
		if (url.getRawUserInfo() != null) {
			throw new IllegalArgumentException("The address of Prometheus must have no user and no password");
		}
		Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		copy.putAll(headers);
		headers = Collections.unmodifiableMap(copy);
	}

	/**
	 * Return the address of an operation.
	 * @param path the path of the operation, with a slash first
	 * @return the address
	 */
	URI resolve(String path) {
		String base = this.url.toString();
		return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
	}

	@Override
	public String toString() {
		return this.url.toString();
	}

}
