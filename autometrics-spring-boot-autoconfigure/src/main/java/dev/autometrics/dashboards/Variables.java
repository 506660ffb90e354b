package dev.autometrics.dashboards;

import java.util.ArrayList;
import java.util.List;

import dev.autometrics.model.Label;
import dev.autometrics.promql.Selector;

/**
 * The variables of the dashboards.
 * <p>
 * A variable that stands for a name is put between backticks, as it is. Grafana's own
 * escaping leaves double quotes alone unless a feature is switched on, and breaks single
 * quotes. Between backticks PromQL escapes nothing, so that every name but one with a
 * backtick is found.
 */
final class Variables {

	static final String DATASOURCE = "datasource";

	static final String INSTANCE = "instance";

	static final String MODULE = "module";

	static final String FUNCTION = "function";

	static final String OBJECTIVE = "objective";

	private static final int ON_TIME_RANGE_CHANGE = 2;

	private static final int ALPHABETICAL = 1;

	private Variables() {
	}

	/**
	 * Return the data source that panels and variables ask.
	 * @return a reference to the variable
	 */
	static JsonObject datasource() {
		return new JsonObject().with("type", "prometheus").with("uid", "${" + DATASOURCE + "}");
	}

	/**
	 * Select those of the series whose label has the value of a variable.
	 * @param selector the series
	 * @param label the label
	 * @param variable the name of the variable, of which one value is chosen
	 * @return a narrower selector
	 */
	static Selector narrow(Selector selector, Label label, String variable) {
		Selector labelled = selector.with(label, "");
		List<String> matchers = new ArrayList<>(labelled.matchers());
		matchers.set(matchers.size() - 1, label.prometheus() + "=`${" + variable + ":raw}`");
		return new Selector(selector.metric(), matchers);
	}

	static JsonObject datasourceVariable() {
		return new JsonObject().with("name", DATASOURCE)
			.with("label", "Data source")
			.with("type", "datasource")
			.with("query", "prometheus")
			.with("regex", "")
			.with("multi", false)
			.with("includeAll", false)
			.with("refresh", 1)
			.with("hide", 0)
			.with("skipUrlSync", false)
			.with("options", List.of());
	}

	static JsonObject instanceVariable(Selector series) {
		return queryVariable(INSTANCE, "Instance", series, INSTANCE).with("multi", true)
			.with("includeAll", true)
			.with("allValue", ".*")
			.with("current", new JsonObject().with("text", List.of("All")).with("value", List.of("$__all")));
	}

	/**
	 * Return a variable that has one of the values of a label.
	 * @param name the name
	 * @param shown the name that is shown
	 * @param series the series that have the label
	 * @param label the label
	 * @return the variable
	 */
	static JsonObject queryVariable(String name, String shown, Selector series, String label) {
		String query = "label_values(" + series + ", " + label + ")";
		return new JsonObject().with("name", name)
			.with("label", shown)
			.with("type", "query")
			.with("datasource", datasource())
			.with("query",
					new JsonObject().with("qryType", 1)
						.with("query", query)
						.with("refId", "PrometheusVariableQueryEditor-VariableQuery"))
			.with("regex", "")
			.with("multi", false)
			.with("includeAll", false)
			.with("refresh", ON_TIME_RANGE_CHANGE)
			.with("sort", ALPHABETICAL)
			.with("hide", 0)
			.with("skipUrlSync", false)
			.with("options", List.of());
	}

}
