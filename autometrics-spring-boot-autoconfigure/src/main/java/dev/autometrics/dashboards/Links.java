package dev.autometrics.dashboards;

import java.util.List;

import dev.autometrics.model.Label;

/**
 * Links from dashboard to dashboard. They keep the data source, the instances and the
 * time.
 */
final class Links {

	private static final String KEPT = "&${" + Variables.DATASOURCE + ":queryparam}&${" + Variables.INSTANCE
			+ ":queryparam}&${__url_time_range}";

	private Links() {
	}

	static JsonObject toDashboard(String title, String uid) {
		return new JsonObject().with("type", "link")
			.with("title", title)
			.with("tooltip", "")
			.with("icon", "dashboard")
			.with("url", "/d/" + uid)
			.with("tags", List.of())
			.with("asDropdown", false)
			.with("includeVars", true)
			.with("keepTime", true)
			.with("targetBlank", false);
	}

	/**
	 * Return a link from a row of a table to its function.
	 * @param scope the service
	 * @return a link to the function explorer
	 */
	static JsonObject fromRow(DashboardScope scope) {
		return toFunction(scope, "${__data.fields.module:percentencode}", "${__data.fields.function:percentencode}");
	}

	/**
	 * Return a link from a line of a graph to a function.
	 * @param scope the service
	 * @param module the label that names the module
	 * @param function the label that names the function
	 * @return a link to the function explorer
	 */
	static JsonObject fromLine(DashboardScope scope, Label module, Label function) {
		return toFunction(scope, "${__field.labels." + module.prometheus() + ":percentencode}",
				"${__field.labels." + function.prometheus() + ":percentencode}");
	}

	private static JsonObject toFunction(DashboardScope scope, String module, String function) {
		return new JsonObject().with("title", "Show the function")
			.with("url",
					"/d/" + scope.uid(FunctionExplorer.NAME) + "?var-" + Variables.MODULE + "=" + module + "&var-"
							+ Variables.FUNCTION + "=" + function + KEPT)
			.with("targetBlank", false);
	}

	/**
	 * Return a link from a row of a table to its objective.
	 * @param scope the service
	 * @return a link to the dashboard of the objectives
	 */
	static JsonObject toObjective(DashboardScope scope) {
		return new JsonObject().with("title", "Show the objective")
			.with("url",
					"/d/" + scope.uid(ObjectivesDashboard.NAME) + "?var-" + Variables.OBJECTIVE
							+ "=${__data.fields.objective_name:percentencode}&${" + Variables.DATASOURCE
							+ ":queryparam}&${__url_time_range}")
			.with("targetBlank", false);
	}

}
