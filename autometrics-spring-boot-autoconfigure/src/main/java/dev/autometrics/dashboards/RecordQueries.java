package dev.autometrics.dashboards;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.autometrics.Result;
import dev.autometrics.model.ErrorBudget;
import dev.autometrics.model.Label;
import dev.autometrics.model.Metric;
import dev.autometrics.model.ObjectiveLabels;
import dev.autometrics.model.ObjectiveRecords;
import dev.autometrics.model.Objectives;
import dev.autometrics.promql.PromQl;
import dev.autometrics.promql.Selector;

/**
 * The queries about objectives. Most of them read what the generated rules record: long
 * windows cost nothing there, and an idle night does not count as much as a busy day.
 *
 * @param scope the service
 * @param objectives the objectives
 * @param chosen whether only the objective counts that is chosen
 */
record RecordQueries(DashboardScope scope, Objectives objectives, boolean chosen) {

	private static final List<String> TARGET = List.of(Label.OBJECTIVE_NAME.prometheus(), ObjectiveRecords.SLO,
			Label.OBJECTIVE_PERCENTILE.prometheus(), Label.OBJECTIVE_LATENCY_THRESHOLD.prometheus());

	private static final List<Label> OBJECTIVE = List.of(Label.OBJECTIVE_NAME, Label.OBJECTIVE_PERCENTILE,
			Label.OBJECTIVE_LATENCY_THRESHOLD);

	private static final String ALERTS = "ALERTS";

	private static final String NOTHING_IS_ZERO = " or vector(0)";

	String budgetLeft() {
		return sum(record(ObjectiveRecords.BUDGET_REMAINING));
	}

	String callRate() {
		return sum(record(ObjectiveRecords.CALLS_5M));
	}

	String badRatio(String window) {
		return sum(record(ObjectiveRecords.badRatio(window)));
	}

	/**
	 * Return how many times as fast as it may be the error budget is spent.
	 * @param window the window, one of those of the rules
	 * @return the burn rate, 1 being as fast as it may be
	 */
	String burnRate(String window) {
		Selector ratio = record(ObjectiveRecords.badRatio(window));
		return this.objectives.percentiles()
			.stream()
			.map((percentile) -> sum(of(ratio, percentile)) + " / " + ErrorBudget.of(percentile))
			.collect(Collectors.joining("\nor\n"));
	}

	String allowedRatio() {
		Selector calls = record(ObjectiveRecords.CALLS_5M);
		return this.objectives.percentiles()
			.stream()
			.map((percentile) -> "0 * " + sum(of(calls, percentile)) + " + " + ErrorBudget.of(percentile))
			.collect(Collectors.joining("\nor\n"));
	}

	private Selector record(String name) {
		return chosen(this.scope.recorded(name));
	}

	private Selector chosen(Selector series) {
		return this.chosen ? Variables.narrow(series, Label.OBJECTIVE_NAME, Variables.OBJECTIVE) : series;
	}

	private static Selector of(Selector series, double percentile) {
		return series.withNumber(Label.OBJECTIVE_PERCENTILE, ObjectiveLabels.percentile(percentile));
	}

	private static String sum(Selector series) {
		return PromQl.sum(TARGET, series.toString());
	}

	String watched() {
		return "count(" + callRate() + ")" + NOTHING_IS_ZERO;
	}

	String firing() {
		return "count(" + firing(ObjectiveRecords.BUDGET_BURN_ALERT) + " or " + firing(ObjectiveRecords.NO_BUCKET_ALERT)
				+ ")" + NOTHING_IS_ZERO;
	}

	private Selector firing(String alert) {
		return this.scope.recorded(ALERTS).with(Map.of("alertname", alert)).with(Map.of("alertstate", "firing"));
	}

	/**
	 * Return the share of failed calls without the help of rules.
	 * @return the ratio of each objective with a success rate
	 */
	String failedWithoutRules() {
		Selector calls = chosen(this.scope.all(Metric.CALLS.prometheus())).withSome(Label.OBJECTIVE_NAME)
			.withSome(Label.OBJECTIVE_PERCENTILE);
		return PromQl.ratio(rate(calls.with(Label.RESULT, Result.ERROR.label())), rate(calls));
	}

	/**
	 * Return the share of slow calls without the help of rules.
	 * @return the ratio of each objective with a latency
	 */
	String slowWithoutRules() {
		return this.objectives.thresholds().stream().map(this::slow).collect(Collectors.joining("\nor\n"));
	}

	private String slow(String threshold) {
		Selector all = durations("_count", threshold);
		Selector quick = durations("_bucket", threshold).withBucket(threshold);
		return "1 - " + rate(quick) + " / (" + rate(all) + " > 0)";
	}

	private Selector durations(String suffix, String threshold) {
		return chosen(this.scope.all(Metric.DURATION.prometheus() + suffix)).withSome(Label.OBJECTIVE_NAME)
			.withNumber(Label.OBJECTIVE_LATENCY_THRESHOLD, threshold);
	}

	private static String rate(Selector counters) {
		return PromQl.sumBy(OBJECTIVE, PromQl.rate(counters, CallQueries.STEP));
	}

}
