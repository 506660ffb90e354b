package dev.autometrics.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.autometrics.Result;
import dev.autometrics.model.ErrorBudget;
import dev.autometrics.model.Label;
import dev.autometrics.model.Metric;
import dev.autometrics.model.ObjectiveLabels;
import dev.autometrics.model.ObjectiveRecords;
import dev.autometrics.promql.PromQl;
import dev.autometrics.promql.Selector;

/**
 * The rules that record calls, bad calls and their ratios.
 * <p>
 * Only the rates over five minutes read what the application has published. Longer
 * windows are sums of them, of the bad calls by all calls: an hour with many calls weighs
 * more than one with few, and the cost depends on the number of objectives alone, not on
 * functions, instances or the frequency of scrapes. A ratio is absent where there were no
 * calls.
 */
final class RecordingRules {

	private static final List<Label> OBJECTIVE = List.of(Label.SERVICE_NAME, Label.OBJECTIVE_NAME,
			Label.OBJECTIVE_PERCENTILE);

	private static final String WINDOW = "5m";

	private static final String HOUR = "1h";

	private static final String BUDGET_WINDOW = "30d";

	private final RuleScope scope;

	RecordingRules(RuleScope scope) {
		this.scope = scope;
	}

	List<Rule> successRates() {
		Selector calls = this.scope.published(Metric.CALLS.prometheus())
			.withSome(Label.OBJECTIVE_NAME)
			.withSome(Label.OBJECTIVE_PERCENTILE);
		String all = sumOfRates(calls);
		String failed = sumOfRates(calls.with(Label.RESULT, Result.ERROR.label()));
		Map<String, String> labels = this.scope.recorded(Map.of(ObjectiveRecords.SLO, ObjectiveRecords.SUCCESS_RATE));
		return List.of(Rule.recording(ObjectiveRecords.CALLS_5M, all, labels),
				Rule.recording(ObjectiveRecords.BAD_CALLS_5M, failed + "\nor\n0 * " + all, labels));
	}

	List<Rule> latencyRates(String threshold) {
		String all = sumOfRates(durations("_count", threshold));
		String quick = sumOfRates(durations("_bucket", threshold).withBucket(threshold));
		Map<String, String> labels = new LinkedHashMap<>(
				this.scope.recorded(Map.of(ObjectiveRecords.SLO, ObjectiveRecords.LATENCY)));
		labels.put(Label.OBJECTIVE_LATENCY_THRESHOLD.prometheus(), threshold);
		return List.of(Rule.recording(ObjectiveRecords.CALLS_5M, all, labels), Rule
			.recording(ObjectiveRecords.BAD_CALLS_5M, "clamp_min(\n  " + all + "\n  - " + quick + ",\n  0\n)", labels));
	}

	private Selector durations(String suffix, String threshold) {
		return this.scope.published(Metric.DURATION.prometheus() + suffix)
			.withSome(Label.OBJECTIVE_NAME)
			.withSome(Label.OBJECTIVE_PERCENTILE)
			.withNumber(Label.OBJECTIVE_LATENCY_THRESHOLD, threshold);
	}

	private static String sumOfRates(Selector counters) {
		return PromQl.sumBy(OBJECTIVE, PromQl.rate(counters, WINDOW));
	}

	List<Rule> ratios(List<String> windows) {
		return windows.stream()
			.map((window) -> ratio(window, over(window, ObjectiveRecords.BAD_CALLS_5M),
					over(window, ObjectiveRecords.CALLS_5M)))
			.toList();
	}

	// A rate over five minutes is that of this window already.
	private String over(String window, String rate) {
		Selector rates = this.scope.recorded(rate);
		return window.equals(WINDOW) ? rates.toString() : PromQl.sumOverTime(rates, window);
	}

	private static Rule ratio(String window, String badCalls, String calls) {
		return Rule.recording(ObjectiveRecords.badRatio(window), badCalls + "\n/ (" + calls + " > 0)", Map.of());
	}

	List<Rule> hours() {
		return List.of(hour(ObjectiveRecords.CALLS_1H, ObjectiveRecords.CALLS_5M),
				hour(ObjectiveRecords.BAD_CALLS_1H, ObjectiveRecords.BAD_CALLS_5M));
	}

	private Rule hour(String name, String calls) {
		return Rule.recording(name, over(HOUR, calls) + " / " + RuleTimes.RATES_PER_HOUR, Map.of());
	}

	List<Rule> budgets(List<Double> percentiles) {
		List<Rule> rules = new ArrayList<>();
		rules.add(ratio(BUDGET_WINDOW, over(BUDGET_WINDOW, ObjectiveRecords.BAD_CALLS_1H),
				over(BUDGET_WINDOW, ObjectiveRecords.CALLS_1H)));
		percentiles.forEach((percentile) -> rules.add(budget(percentile)));
		return rules;
	}

	private Rule budget(double percentile) {
		String text = ObjectiveLabels.percentile(percentile);
		Selector ratio = this.scope.recorded(ObjectiveRecords.badRatio(BUDGET_WINDOW))
			.withNumber(Label.OBJECTIVE_PERCENTILE, text);
		return Rule.recording(
				ObjectiveRecords.BUDGET_REMAINING, "1 - max without (" + Label.OBJECTIVE_PERCENTILE.prometheus() + ") ("
						+ ratio + ") / " + ErrorBudget.of(percentile),
				Map.of(Label.OBJECTIVE_PERCENTILE.prometheus(), text));
	}

}
