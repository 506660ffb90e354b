package dev.autometrics.prometheus;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A question to Prometheus. Equal questions within a short time are asked once.
 *
 * @param path the path of the operation
 * @param form the parameters
 * @param keep how long an answer may be used again
 * @since 0.1.0
 */
public record PrometheusQuery(String path, Map<String, String> form, Duration keep) {

	private static final Duration SHORTLY = Duration.ofSeconds(5);

	/**
	 * Ask for what is now.
	 * @param promql the expression
	 * @return the query
	 */
	public static PrometheusQuery now(String promql) {
		return new PrometheusQuery("/api/v1/query", Map.of("query", promql), SHORTLY);
	}

	/**
	 * Ask for what is now, and use the answer for nobody else but those who wait for it.
	 * @param promql the expression
	 * @return the query
	 */
	public static PrometheusQuery check(String promql) {
		return now(promql).keptFor(Duration.ZERO);
	}

	/**
	 * Ask for what was.
	 * @param promql the expression
	 * @param start the time of the first point
	 * @param end the time of the last point
	 * @param step the time between two points
	 * @return the query
	 */
	public static PrometheusQuery between(String promql, Instant start, Instant end, Duration step) {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("query", promql);
		form.put("start", Long.toString(start.getEpochSecond()));
		form.put("end", Long.toString(end.getEpochSecond()));
		form.put("step", Long.toString(step.toSeconds()));
		return new PrometheusQuery("/api/v1/query_range", form, SHORTLY);
	}

	/**
	 * Return this query with another time for which its answer may be used again.
	 * @param time the time
	 * @return a copy
	 */
	public PrometheusQuery keptFor(Duration time) {
		return new PrometheusQuery(this.path, this.form, time);
	}

	String body(Duration timeout) {
		Map<String, String> all = new LinkedHashMap<>(this.form);
		all.put("timeout", timeout.toMillis() + "ms");
		return all.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

}
