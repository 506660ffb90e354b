package dev.autometrics.dashboards;

import java.util.List;

import dev.autometrics.model.Label;
import dev.autometrics.model.Metric;

/**
 * The dashboard of all functions of the service.
 */
final class Overview {

	static final String NAME = "overview";

	private static final List<Label> SERVICE = List.of(Label.SERVICE_NAME);

	private static final List<Label> FUNCTION = List.of(Label.FUNCTION, Label.MODULE);

	private static final String BY_FUNCTION = "{{function}} {{module}}";

	private final DashboardScope scope;

	private final CallQueries calls;

	Overview(DashboardScope scope) {
		this.scope = scope;
		this.calls = CallQueries.ofService(scope);
	}

	Dashboard dashboard() {
		List<JsonObject> variables = List.of(Variables.datasourceVariable(),
				Variables.instanceVariable(this.scope.all(Metric.BUILD_INFO.prometheus())));
		List<Panel> panels = List.of(requestRate(), errorRatio(), duration("0.95"), duration("0.99"), underWay(),
				instances(), Panel.row("Functions"), functions(), Panel.row("Busiest, most often failing and slowest"),
				busiest(), failing(), slowest("0.95"), slowest("0.99"), concurrency(), Panel.row("Versions"),
				versions(), rateByVersion(), errorRatioByVersion());
		return new Dashboard(NAME, "Overview", "All measured functions of the service: how often they are called, "
				+ "how often they fail and how slow they are.", variables, panels);
	}

	private Panel requestRate() {
		return Panel.figure("Calls per second", "reqps")
			.described("Calls of all functions. A call that calls another function is two calls.")
			.query("calls", this.calls.rate(SERVICE, CallQueries.STEP));
	}

	private Panel errorRatio() {
		return Panel.figure("Failed calls", "percentunit")
			.described("Share of the calls of all functions that failed.")
			.colored(Columns.first("green"), Columns.from(0.01, "orange"), Columns.from(0.05, "red"))
			.query("failed", this.calls.errorRatio(SERVICE, CallQueries.STEP));
	}

	private Panel duration(String quantile) {
		return Panel.figure("Duration, " + percentile(quantile), "s")
			.described(percentile(quantile) + " of the calls of all functions were as quick, as far as buckets can "
					+ "tell: none is slower than the last of them.")
			.query(percentile(quantile), this.calls.quantile(quantile, SERVICE, CallQueries.STEP));
	}

	private static String percentile(String quantile) {
		return quantile.substring(2) + " %";
	}

	private Panel underWay() {
		return Panel.figure("Calls under way", "short")
			.described("Of the functions whose concurrency is tracked.")
			.query("under way", this.calls.underWay(SERVICE));
	}

	private Panel instances() {
		return Panel.figure("Instances", "short")
			.described("Instances of the service that are scraped.")
			.query("instances", this.calls.instances());
	}

	private Panel functions() {
		String range = CallQueries.RANGE;
		return Panel.table("Functions in the time shown")
			.described("A click on a function leads to the function explorer.")
			.size(Panel.WIDTH, 10)
			.now(this.calls.rate(FUNCTION, range))
			.now(this.calls.errorRatio(FUNCTION, range))
			.now(this.calls.quantile("0.95", FUNCTION, range))
			.now(this.calls.quantile("0.99", FUNCTION, range))
			.transformed(Columns.merged())
			.transformed(Columns.hidden("Time"))
			.column(Label.FUNCTION.prometheus(), Columns.linked(Links.fromRow(this.scope)))
			.column("Value #A", Columns.named("calls per second"), Columns.unit("reqps"))
			.column("Value #B", Columns.named("failed"), Columns.unit("percentunit"), Columns.coloured(),
					Columns.thresholds(Columns.first("text"), Columns.from(0.01, "orange"), Columns.from(0.05, "red")))
			.column("Value #C", Columns.named("95 % within"), Columns.unit("s"))
			.column("Value #D", Columns.named("99 % within"), Columns.unit("s"))
			.sortedBy("failed");
	}

	private Panel busiest() {
		return byFunction("Calls per second", "reqps").described("The ten functions that are called most often.")
			.query(BY_FUNCTION, CallQueries.top(this.calls.rate(FUNCTION, CallQueries.STEP)));
	}

	private Panel failing() {
		return byFunction("Failed calls", "percentunit").described("The ten functions of which the most calls fail.")
			.upTo(1)
			.query(BY_FUNCTION, CallQueries.top(this.calls.errorRatio(FUNCTION, CallQueries.STEP)));
	}

	private Panel slowest(String quantile) {
		return byFunction("Duration, " + percentile(quantile), "s").described("The ten slowest functions.")
			.query(BY_FUNCTION, CallQueries.top(this.calls.quantile(quantile, FUNCTION, CallQueries.STEP)));
	}

	private Panel concurrency() {
		return byFunction("Calls under way", "short")
			.described("The ten functions with the most calls under way, of those whose concurrency is tracked.")
			.size(Panel.WIDTH, 8)
			.query(BY_FUNCTION, CallQueries.top(this.calls.underWay(FUNCTION)));
	}

	private Panel byFunction(String title, String unit) {
		return Panel.graph(title, unit).from(0).linked(Links.fromLine(this.scope, Label.MODULE, Label.FUNCTION));
	}

	private Panel versions() {
		return Panel.table("Versions running")
			.size(8, 8)
			.now(this.calls.instancesByVersion())
			.transformed(Columns.hidden("Time"))
			.column("Value", Columns.named("instances"));
	}

	private Panel rateByVersion() {
		return Panel.graph("Calls per second by version", "reqps")
			.described("Without a version where an instance has none or has just changed it.")
			.size(8, 8)
			.from(0)
			.query("{{version}} {{commit}}", this.calls.rateByVersion());
	}

	private Panel errorRatioByVersion() {
		return Panel.graph("Failed calls by version", "percentunit")
			.size(8, 8)
			.from(0)
			.upTo(1)
			.query("{{version}} {{commit}}", this.calls.errorRatioByVersion());
	}

}
