package dev.autometrics.sample;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The queries of Prometheus' HTTP API. An expression that Prometheus does not answer, or
 * not without a warning, is an assertion error. Times are seconds since the epoch.
 */
final class PrometheusApi {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final String url;

	PrometheusApi(String url) {
		this.url = url;
	}

	List<Sample> query(String promql) {
		return samples(send("query", promql, Map.of()));
	}

	List<Sample> queryAt(double time, String promql) {
		return samples(send("query", promql, Map.of("time", seconds(time))));
	}

	/**
	 * Evaluate an expression once for each second.
	 * @param promql the expression
	 * @param start the first time
	 * @param end the last time
	 * @return what there was at each time at which there was anything
	 */
	SortedMap<Double, List<Sample>> queryRange(String promql, double start, double end) {
		return queryRange(promql, start, end, 1);
	}

	/**
	 * Evaluate an expression again and again.
	 * @param promql the expression
	 * @param start the first time
	 * @param end the last time
	 * @param step the seconds between two times
	 * @return what there was at each time at which there was anything
	 */
	SortedMap<Double, List<Sample>> queryRange(String promql, double start, double end, int step) {
		JsonNode result = send("query_range", promql,
				Map.of("start", seconds(start), "end", seconds(end), "step", String.valueOf(step)));
		SortedMap<Double, List<Sample>> samples = new TreeMap<>();
		result.forEach((series) -> series.path("values")
			.forEach((point) -> samples.computeIfAbsent(point.path(0).asDouble(), (time) -> new ArrayList<>())
				.add(new Sample(labels(series.path("metric")), number(point)))));
		return samples;
	}

	/**
	 * Return the exemplars of the series that an expression reads.
	 * @param promql the expression
	 * @param start the first time
	 * @param end the last time
	 * @return the labels of each exemplar
	 */
	List<Map<String, String>> queryExemplars(String promql, double start, double end) {
		List<Map<String, String>> exemplars = new ArrayList<>();
		data("query_exemplars", promql, Map.of("start", seconds(start), "end", seconds(end)))
			.forEach((series) -> series.path("exemplars")
				.forEach((exemplar) -> exemplars.add(labels(exemplar.path("labels")))));
		return exemplars;
	}

	/**
	 * Return the values of a label.
	 * @param label the name of the label
	 * @param selector the series that count
	 * @return the values in the order of Prometheus
	 */
	List<String> labelValues(String label, String selector) {
		HttpResponse<String> response = Http.get(this.url + "/api/v1/label/" + label + "/values?match%5B%5D="
				+ URLEncoder.encode(selector, StandardCharsets.UTF_8));
		assertThat(response.statusCode()).as(() -> selector + "\n" + response.body()).isEqualTo(200);
		return JSON.readTree(response.body()).path("data").valueStream().map(JsonNode::asString).toList();
	}

	/**
	 * Return what one of the other parts of the API answers.
	 * @param path the path below {@code /api/v1/}, with a query
	 * @return the data of the answer
	 */
	JsonNode data(String path) {
		HttpResponse<String> response = Http.get(this.url + "/api/v1/" + path);
		assertThat(response.statusCode()).as(() -> path + "\n" + response.body()).isEqualTo(200);
		return JSON.readTree(response.body()).path("data");
	}

	/**
	 * Return how many samples Prometheus reads to evaluate an expression once.
	 * @param time when, in seconds since the epoch
	 * @param promql the expression
	 * @return what Prometheus itself counts
	 */
	long samplesReadAt(double time, String promql) {
		JsonNode data = data("query", promql, Map.of("time", seconds(time), "stats", "all"));
		return data.path("stats").path("samples").path("totalQueryableSamples").asLong();
	}

	private static String seconds(double time) {
		return String.format(Locale.ROOT, "%.3f", time);
	}

	private JsonNode send(String path, String promql, Map<String, String> parameters) {
		return data(path, promql, parameters).path("result");
	}

	private JsonNode data(String path, String promql, Map<String, String> parameters) {
		Map<String, String> form = new LinkedHashMap<>(parameters);
		form.put("query", promql);
		HttpResponse<String> response = Http.post(this.url + "/api/v1/" + path, form);
		assertThat(response.statusCode()).as(() -> promql + "\n" + response.body()).isEqualTo(200);
		JsonNode body = JSON.readTree(response.body());
		assertThat(body.path("status").asString()).as(promql).isEqualTo("success");
		assertThat(body.path("warnings")).as(promql).isEmpty();
		assertThat(body.path("infos")).as(promql).isEmpty();
		return body.path("data");
	}

	private static List<Sample> samples(JsonNode result) {
		List<Sample> samples = new ArrayList<>();
		result
			.forEach((series) -> samples.add(new Sample(labels(series.path("metric")), number(series.path("value")))));
		return samples;
	}

	private static Map<String, String> labels(JsonNode object) {
		Map<String, String> labels = new TreeMap<>();
		object.properties().forEach((label) -> labels.put(label.getKey(), label.getValue().asString()));
		labels.remove("__name__");
		return labels;
	}

	private static double number(JsonNode point) {
		return Double.parseDouble(point.path(1).asString().replace("Inf", "Infinity"));
	}

}
