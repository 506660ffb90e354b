package dev.autometrics.prometheus;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import dev.autometrics.prometheus.PrometheusException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads responses, and tells those of a Prometheus from others.
 */
final class ResponseReader {

	private static final int OK = 200;

	private static final int UNAUTHORIZED = 401;

	private static final int FORBIDDEN = 403;

	private static final int TOO_MANY_REQUESTS = 429;

	private static final int SERVER_ERROR = 500;

	private static final int LONGEST_MESSAGE = 300;

	private final Function<String, Map<String, Object>> json;

	ResponseReader(Function<String, Map<String, Object>> json) {
		this.json = json;
	}

	List<PrometheusSeries> read(HttpResponse<byte[]> response) {
		int status = response.statusCode();
		if (status == UNAUTHORIZED || status == FORBIDDEN) {
			throw new PrometheusException(Kind.UNAUTHORIZED, "It answers HTTP " + status + ": other credentials");
		}
		Map<String, Object> body = parse(new String(response.body(), StandardCharsets.UTF_8));
		if (body != null && status == OK && "success".equals(body.get("status"))) {
			return series(body.get("data"));
		}
		if (body != null && "error".equals(body.get("status"))) {
			throw refused(status, body);
		}
		throw noPrometheus(response);
	}

	private @Nullable Map<String, Object> parse(String text) {
		try {
			return text.stripLeading().startsWith("{") ? this.json.apply(text) : null;
		}
		catch (RuntimeException | StackOverflowError ex) {
			return null;
		}
	}

	private static PrometheusException refused(int status, Map<String, Object> body) {
		String type = String.valueOf(body.get("errorType"));
		String message = type + ": " + body.get("error");
		return new PrometheusException("unavailable".equals(type) ? Kind.UNREACHABLE : Kind.QUERY,
				"It answers HTTP " + status + ": " + message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)));
	}

	private static PrometheusException noPrometheus(HttpResponse<byte[]> response) {
		int status = response.statusCode();
		if (status == TOO_MANY_REQUESTS || status >= SERVER_ERROR) {
			return new PrometheusException(Kind.UNREACHABLE, "It answers HTTP " + status);
		}
		if (response.headers().firstValue("Location").isPresent()) {
			return new PrometheusException(Kind.NOT_PROMETHEUS,
					"It answers HTTP " + status + " and leads to another address, which is not followed");
		}
		return new PrometheusException(Kind.NOT_PROMETHEUS,
				"It answers HTTP " + status + ", and not as a Prometheus does");
	}

	private static List<PrometheusSeries> series(@Nullable Object data) {
		try {
			List<PrometheusSeries> all = new ArrayList<>();
			for (Object series : list(map(data).get("result"))) {
				all.add(series(map(series)));
			}
			return List.copyOf(all);
		}
		catch (RuntimeException ex) {
			throw new PrometheusException(Kind.NOT_PROMETHEUS, "It answers, and not as a Prometheus does", ex);
		}
	}

	private static PrometheusSeries series(Map<?, ?> series) {
		Map<String, String> labels = new LinkedHashMap<>();
		map(series.get("metric")).forEach((name, value) -> labels.put((String) name, (String) value));
		labels.remove("__name__");
		List<?> points = series.containsKey("values") ? list(series.get("values")) : List.of(list(series.get("value")));
		return new PrometheusSeries(labels,
				points.stream()
					.map((point) -> point(list(point)))
					.filter((point) -> Double.isFinite(point.value()))
					.toList());
	}

	private static PrometheusSeries.Point point(List<?> point) {
		double seconds = ((Number) Objects.requireNonNull(point.get(0))).doubleValue();
		return new PrometheusSeries.Point(seconds, number((String) Objects.requireNonNull(point.get(1))));
	}

	private static double number(String text) {
		return text.endsWith("Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
	}

	private static Map<?, ?> map(@Nullable Object value) {
		return (Map<?, ?>) Objects.requireNonNull(value);
	}

	private static List<?> list(@Nullable Object value) {
		return (List<?>) Objects.requireNonNull(value);
	}

}
