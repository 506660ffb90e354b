package dev.autometrics.dashboards;

import java.util.ArrayList;
import java.util.List;

import dev.autometrics.model.Label;
import dev.autometrics.model.Objectives;
import dev.autometrics.promql.Selector;

/**
 * The dashboard of the objectives. It needs the generated rules; what does without them
 * is in its last row.
 */
final class ObjectivesDashboard {

	static final String NAME = "objectives";

	private static final String BY_OBJECTIVE = "{{objective_name}} {{slo}}";

	private static final String WITHOUT_RULES = "{{objective_name}} {{objective_percentile}} %";

	private static final List<String> WINDOWS = List.of("5m", "30m", "1h", "2h", "6h", "1d", "3d");

	private final DashboardScope scope;

	private final Objectives objectives;

	private final RecordQueries all;

	private final RecordQueries chosen;

	ObjectivesDashboard(DashboardScope scope, Objectives objectives) {
		this.scope = scope;
		this.objectives = objectives;
		this.all = new RecordQueries(scope, objectives, false);
		this.chosen = new RecordQueries(scope, objectives, true);
	}

	Dashboard dashboard() {
		return new Dashboard(NAME, "Objectives",
				"The objectives of the service: what is left of their error budgets, and how fast it is spent.",
				variables(), this.objectives.list().isEmpty() ? List.of(nothing()) : panels());
	}

	private List<JsonObject> variables() {
		if (this.objectives.list().isEmpty()) {
			return List.of(Variables.datasourceVariable());
		}
		Selector objectives = this.scope.all("").withSome(Label.OBJECTIVE_NAME);
		return List.of(Variables.datasourceVariable(), Variables.queryVariable(Variables.OBJECTIVE, "Objective",
				objectives, Label.OBJECTIVE_NAME.prometheus()));
	}

	private static Panel nothing() {
		return Panel.markdown("No objectives", "The application has declared no objectives. Declare one, name it at "
				+ "`@Autometrics(objective = \"...\")`, load the rules that the application generates, and load this "
				+ "dashboard again.")
			.size(Panel.WIDTH, 4);
	}

	private List<Panel> panels() {
		List<Panel> panels = new ArrayList<>(List.of(Panel.row("All objectives"), declared(), watched(), firing(),
				state(), budgets(), burnRates(), Panel.row("Objective $objective"), budgetLeft(), calls(),
				burnRatesByWindow(), ratios(), Panel.row("Without the rules: objective $objective"), failed()));
		if (!this.objectives.thresholds().isEmpty()) {
			panels.add(slow());
		}
		return panels;
	}

	private Panel declared() {
		return Panel.markdown("Declared", ObjectiveTable.of(this.objectives)).size(16, 6);
	}

	private Panel watched() {
		return Panel.figure("Targets that rules watch", "short")
			.described("Zero means that Prometheus has not loaded the generated rules. They write what this dashboard "
					+ "reads.")
			.colored(Columns.first("red"), Columns.from(1, "green"))
			.size(4, 6)
			.query("watched", this.all.watched());
	}

	private Panel firing() {
		return Panel.figure("Alerts firing", "short")
			.colored(Columns.first("green"), Columns.from(1, "red"))
			.size(4, 6)
			.query("firing", this.all.firing());
	}

	private Panel state() {
		return Panel.table("State")
			.described("A burn rate of 1 spends the error budget of 30 days in 30 days. A click on an objective "
					+ "chooses it.")
			.size(Panel.WIDTH, 10)
			.now(this.all.budgetLeft())
			.now(this.all.allowedRatio())
			.now(this.all.badRatio("30d"))
			.now(this.all.burnRate("1h"))
			.now(this.all.burnRate("6h"))
			.now(this.all.burnRate("3d"))
			.now(this.all.callRate())
			.transformed(Columns.merged())
			.transformed(Columns.hidden("Time"))
			.column(Label.OBJECTIVE_NAME.prometheus(), Columns.linked(Links.toObjective(this.scope)))
			.column("Value #A", Columns.named("budget left"), Columns.unit("percentunit"), Columns.coloured(),
					Columns.thresholds(Columns.first("red"), Columns.from(0, "orange"), Columns.from(0.25, "green")))
			.column("Value #B", Columns.named("bad calls allowed"), Columns.unit("percentunit"))
			.column("Value #C", Columns.named("bad calls, 30 days"), Columns.unit("percentunit"))
			.column("Value #D", Columns.named("burn rate, 1 hour"), Columns.decimals(2))
			.column("Value #E", Columns.named("burn rate, 6 hours"), Columns.decimals(2))
			.column("Value #F", Columns.named("burn rate, 3 days"), Columns.decimals(2))
			.column("Value #G", Columns.named("calls per second"), Columns.unit("reqps"));
	}

	private Panel budgets() {
		return Panel.graph("Error budget left", "percentunit")
			.described("Of 30 days: 100 % is all of it, 0 % none, less if more was spent than there was.")
			.query(BY_OBJECTIVE, this.all.budgetLeft());
	}

	private Panel burnRates() {
		return Panel.graph("Burn rate over an hour", "short")
			.described("1 spends the error budget of 30 days in 30 days.")
			.from(0)
			.query(BY_OBJECTIVE, this.all.burnRate("1h"));
	}

	private Panel budgetLeft() {
		return Panel.figure("Error budget left", "percentunit")
			.colored(Columns.first("red"), Columns.from(0, "orange"), Columns.from(0.25, "green"))
			.size(12, 4)
			.query("{{slo}} {{objective_percentile}} % {{objective_latency_threshold}}", this.chosen.budgetLeft());
	}

	private Panel calls() {
		return Panel.figure("Calls per second", "reqps").size(12, 4).query("{{slo}}", this.chosen.callRate());
	}

	private Panel burnRatesByWindow() {
		Panel panel = Panel.graph("Burn rates", "short")
			.described("Over windows from five minutes to three days. Alerts compare a long one and a short one.")
			.from(0);
		WINDOWS.forEach((window) -> panel.query("{{slo}} " + window, this.chosen.burnRate(window)));
		return panel;
	}

	private Panel ratios() {
		return Panel.graph("Bad calls", "percentunit")
			.described("Share of the calls that failed or were too slow, and how many may be.")
			.from(0)
			.query("{{slo}} 1 hour", this.chosen.badRatio("1h"))
			.query("{{slo}} 30 days", this.chosen.badRatio("30d"))
			.query("{{slo}} allowed", this.chosen.allowedRatio());
	}

	private Panel failed() {
		return Panel.graph("Failed calls", "percentunit")
			.described("From the metrics of the application, for functions with a success rate.")
			.from(0)
			.upTo(1)
			.query(WITHOUT_RULES, this.chosen.failedWithoutRules());
	}

	private Panel slow() {
		return Panel.graph("Slow calls", "percentunit")
			.described("From the metrics of the application, for functions with a latency.")
			.from(0)
			.upTo(1)
			.query(WITHOUT_RULES, this.chosen.slowWithoutRules());
	}

}
