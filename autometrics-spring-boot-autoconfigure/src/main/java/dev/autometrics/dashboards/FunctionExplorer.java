package dev.autometrics.dashboards;

import java.util.List;

import dev.autometrics.model.Label;
import dev.autometrics.model.Metric;
import dev.autometrics.promql.Selector;

/**
 * The dashboard of one function, of those who call it and of what it calls.
 */
final class FunctionExplorer {

	static final String NAME = "function-explorer";

	private static final List<Label> FUNCTION = List.of(Label.FUNCTION, Label.MODULE);

	private static final List<Label> CALLER = List.of(Label.CALLER_FUNCTION, Label.CALLER_MODULE);

	private static final String BY_FUNCTION = "{{function}} {{module}}";

	private static final String BY_CALLER = "{{caller_function}} {{caller_module}}";

	private static final String BY_VERSION = "{{version}} {{commit}}";

	private final DashboardScope scope;

	private final CallQueries calls;

	private final CallQueries callees;

	FunctionExplorer(DashboardScope scope) {
		this.scope = scope;
		this.calls = CallQueries.ofFunction(scope);
		this.callees = CallQueries.ofCallees(scope);
	}

	Dashboard dashboard() {
		Selector all = this.scope.all(Metric.CALLS.prometheus());
		Selector ofModule = Variables.narrow(all, Label.MODULE, Variables.MODULE);
		List<JsonObject> variables = List.of(Variables.datasourceVariable(),
				Variables.queryVariable(Variables.MODULE, "Module", all, Label.MODULE.prometheus()),
				Variables.queryVariable(Variables.FUNCTION, "Function", ofModule, Label.FUNCTION.prometheus()),
				Variables.instanceVariable(this.scope.all(Metric.BUILD_INFO.prometheus())));
		List<Panel> panels = List.of(Panel.row("$function of $module"), requestRate(), errorRatio(), duration(),
				heatmap(), underWay(), Panel.row("Who calls it"), rateByCaller(), errorRatioByCaller(),
				Panel.row("What it calls"), rateOfCallees(), errorRatioOfCallees(), Panel.row("By version"),
				rateByVersion(), errorRatioByVersion(), durationByVersion());
		return new Dashboard(NAME, "Function explorer",
				"One function: how often it is called and by whom, how often it fails, how slow it is, what it calls.",
				variables, panels);
	}

	private Panel requestRate() {
		return Panel.graph("Calls per second", "reqps")
			.from(0)
			.query("calls", this.calls.rate(FUNCTION, CallQueries.STEP));
	}

	private Panel errorRatio() {
		return Panel.graph("Failed calls", "percentunit")
			.described("Share of the calls that failed: zero where none did, nothing where there were no calls.")
			.from(0)
			.upTo(1)
			.query("failed", this.calls.errorRatio(FUNCTION, CallQueries.STEP));
	}

	private Panel duration() {
		return Panel.graph("Duration", "s")
			.described("Half of the calls, 95 % and 99 % of them were as quick, as far as buckets can tell: none is "
					+ "slower than the last of them.")
			.from(0)
			.query("99 %", this.calls.quantile("0.99", FUNCTION, CallQueries.STEP))
			.query("95 %", this.calls.quantile("0.95", FUNCTION, CallQueries.STEP))
			.query("50 %", this.calls.quantile("0.5", FUNCTION, CallQueries.STEP));
	}

	private Panel heatmap() {
		return Panel.heatmap("Calls per second by duration").buckets(this.calls.heatmap());
	}

	private Panel underWay() {
		return Panel.graph("Calls under way", "short")
			.described("Empty unless the concurrency of the function is tracked.")
			.size(Panel.WIDTH, 6)
			.from(0)
			.query("under way", this.calls.underWay(FUNCTION));
	}

	private Panel rateByCaller() {
		return byCaller("Calls per second by caller", "reqps").query(BY_CALLER,
				named(this.calls.rate(CALLER, CallQueries.STEP)));
	}

	private Panel errorRatioByCaller() {
		return byCaller("Failed calls by caller", "percentunit").upTo(1)
			.query(BY_CALLER, named(this.calls.errorRatio(CALLER, CallQueries.STEP)));
	}

	private Panel byCaller(String title, String unit) {
		return Panel.graph(title, unit)
			.described("The caller is the nearest measured function.")
			.from(0)
			.linked(Links.fromLine(this.scope, Label.CALLER_MODULE, Label.CALLER_FUNCTION));
	}

	// A line of a graph has to have a name.
	private static String named(String byCaller) {
		String label = "\"" + Label.CALLER_FUNCTION.prometheus() + "\"";
		return "label_replace(" + byCaller + ", " + label + ", \"no measured function\", " + label + ", \"\")";
	}

	private Panel rateOfCallees() {
		return ofCallees("Calls per second of what it calls", "reqps").query(BY_FUNCTION,
				this.callees.rate(FUNCTION, CallQueries.STEP));
	}

	private Panel errorRatioOfCallees() {
		return ofCallees("Failed calls of what it calls", "percentunit").upTo(1)
			.query(BY_FUNCTION, this.callees.errorRatio(FUNCTION, CallQueries.STEP));
	}

	private Panel ofCallees(String title, String unit) {
		return Panel.graph(title, unit)
			.described("Measured functions, and calls of them by this one only.")
			.from(0)
			.linked(Links.fromLine(this.scope, Label.MODULE, Label.FUNCTION));
	}

	private Panel rateByVersion() {
		return byVersion("Calls per second by version", "reqps").query(BY_VERSION, this.calls.rateByVersion());
	}

	private Panel errorRatioByVersion() {
		return byVersion("Failed calls by version", "percentunit").upTo(1)
			.query(BY_VERSION, this.calls.errorRatioByVersion());
	}

	private Panel durationByVersion() {
		return byVersion("Duration by version, 95 %", "s").query(BY_VERSION, this.calls.quantileByVersion("0.95"));
	}

	private Panel byVersion(String title, String unit) {
		return Panel.graph(title, unit)
			.described("Without a version where an instance has none or has just changed it.")
			.size(8, 8)
			.from(0);
	}

}
