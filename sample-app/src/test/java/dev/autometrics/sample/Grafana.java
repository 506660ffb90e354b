package dev.autometrics.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Grafana makes of a dashboard before it asks Prometheus, written after the sources
 * of its scenes and of its Prometheus data source.
 *
 * @param dashboard the dashboard
 * @param values the values of its variables; what has several may be any of them
 */
record Grafana(JsonNode dashboard, Map<String, String> values) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Pattern VARIABLE = Pattern
		.compile("\\$(\\w+)|\\[\\[(\\w+?)(?::(\\w+))?]]|\\$\\{(\\w+)(?:\\.[^:}]+)?(?::([^}]+))?}");

	private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((.+), (\\w+)\\)");

	static Grafana load(String json) {
		return new Grafana(JSON.readTree(json), Map.of("__rate_interval", "1m", "__range", "60s"));
	}

	Grafana with(String variable, String value) {
		Map<String, String> all = new LinkedHashMap<>(this.values);
		all.put(variable, value);
		return new Grafana(this.dashboard, all);
	}

	/**
	 * Return the queries of all panels.
	 * @return queries by title and letter
	 */
	Map<String, String> queries() {
		Map<String, String> queries = new LinkedHashMap<>();
		this.dashboard.path("panels")
			.forEach(
					(panel) -> panel.path("targets")
						.forEach((target) -> queries.put(
								panel.path("id").asString() + " " + panel.path("title").asString() + " "
										+ target.path("refId").asString(),
								interpolate(target.path("expr").asString()))));
		return queries;
	}

	/**
	 * Return what a variable offers.
	 * @param variable the name of the variable
	 * @param prometheus the data source
	 * @return its values
	 */
	List<String> offers(String variable, PrometheusApi prometheus) {
		Matcher query = LABEL_VALUES.matcher(interpolate(variable(variable).path("query").path("query").asString()));
		if (!query.matches()) {
			throw new AssertionError(query + " is no query that Grafana knows");
		}
		return prometheus.labelValues(query.group(2), query.group(1));
	}

	List<String> variables() {
		List<String> names = new ArrayList<>();
		this.dashboard.path("templating")
			.path("list")
			.forEach((variable) -> names.add(variable.path("name").asString()));
		return names;
	}

	private JsonNode variable(String name) {
		for (JsonNode variable : this.dashboard.path("templating").path("list")) {
			if (variable.path("name").asString().equals(name)) {
				return variable;
			}
		}
		throw new AssertionError("No variable " + name);
	}

	// The data source does it twice, so that what it has put in is looked at once more.
	private String interpolate(String text) {
		return replace(replace(text));
	}

	private String replace(String text) {
		return VARIABLE.matcher(text).replaceAll((match) -> {
			String name = first(match.group(1), match.group(2), match.group(4));
			String value = this.values.get(name);
			return Matcher.quoteReplacement(
					(value != null) ? format(name, value, first(match.group(3), match.group(5), "")) : match.group());
		});
	}

	private static String first(String... texts) {
		for (String text : texts) {
			if (text != null) {
				return text;
			}
		}
		return "";
	}

	private String format(String name, String value, String format) {
		if ("raw".equals(format) || name.startsWith("__")) {
			return value;
		}
		if (!format.isEmpty()) {
			throw new AssertionError("No format " + format);
		}
		JsonNode variable = variable(name);
		if (value.equals(variable.path("allValue").asString(""))) {
			return value;
		}
		return variable.path("multi").asBoolean()
				? value.replace("\\", "\\\\\\\\").replaceAll("[$^*{}\\[\\]+?.()|]", "\\\\\\\\$0")
				: value.replace("\\", "\\\\").replace("'", "\\\\'");
	}

}
