package dev.autometrics.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.autometrics.model.BurnRate;
import dev.autometrics.model.ErrorBudget;
import dev.autometrics.model.Label;
import dev.autometrics.model.Metric;
import dev.autometrics.model.ObjectiveLabels;
import dev.autometrics.model.ObjectiveRecords;
import dev.autometrics.promql.PromQl;
import dev.autometrics.promql.Selector;

/**
 * The rules that raise alerts.
 * <p>
 * The alert of a percentile watches every objective that has it. What they tell of an
 * objective they take from its labels, never from its name at the time of writing: what a
 * label has is text to a template, and cannot become one.
 */
final class AlertRules {

	private static final int FEWEST_BAD_CALLS = 5;

	private static final String PERCENTILE = Label.OBJECTIVE_PERCENTILE.prometheus();

	private final RuleScope scope;

	private final Map<String, String> links;

	AlertRules(RuleScope scope, Map<String, String> links) {
		this.scope = scope;
		this.links = links;
	}

	List<Rule> pages(List<Double> percentiles) {
		return percentiles.stream()
			.map((percentile) -> burn(percentile, "page", BurnRate.PAGE, "in the last hour or in the last 6 hours"))
			.toList();
	}

	List<Rule> tickets(List<Double> percentiles) {
		return percentiles.stream()
			.map((percentile) -> burn(percentile, "ticket", BurnRate.TICKET, "in the last day or in the last 3 days"))
			.toList();
	}

	private Rule burn(double percentile, String severity, List<BurnRate> burnRates, String when) {
		String text = ObjectiveLabels.percentile(percentile);
		String anyRate = burnRates.stream()
			.map((burnRate) -> exceeds(burnRate, percentile))
			.collect(Collectors.joining("\nor\n"));
		String expression = "max without (" + PERCENTILE + ") (\n" + anyRate.indent(2) + ")";
		Map<String, String> labels = new LinkedHashMap<>();
		labels.put(PERCENTILE, text);
		labels.put("severity", severity);
		return Rule.alert(ObjectiveRecords.BUDGET_BURN_ALERT, expression, labels,
				annotations(
						"{{ $labels.service_name }}: objective {{ $labels.objective_name }} spends its error "
								+ "budget too fast",
						"{{ $value | humanizePercentage }} of the calls {{ if eq $labels.slo \"latency\" }}took longer "
								+ "than {{ $labels.objective_latency_threshold }} s{{ else }}failed{{ end }} " + when
								+ "; no more than " + allowed(percentile) + " % may."));
	}

	private static String allowed(double percentile) {
		return ErrorBudget.of(percentile).share().movePointRight(2).stripTrailingZeros().toPlainString();
	}

	// Compares ratios and divides none by the budget. Few bad calls are no reason to
	// wake anybody, whatever their share.
	private String exceeds(BurnRate burnRate, double percentile) {
		String most = ErrorBudget.of(percentile).burnedAt(burnRate.factor()).stripTrailingZeros().toPlainString();
		Selector badCalls = ofPercentile(ObjectiveRecords.BAD_CALLS_5M, percentile);
		return ofPercentile(ObjectiveRecords.badRatio(burnRate.longWindow()), percentile) + " > " + most + "\nand "
				+ ofPercentile(ObjectiveRecords.badRatio(burnRate.shortWindow()), percentile) + " > " + most + "\nand "
				+ PromQl.sumOverTime(badCalls, burnRate.longWindow()) + " * " + RuleTimes.SECONDS_BETWEEN_RATES + " >= "
				+ FEWEST_BAD_CALLS;
	}

	private Selector ofPercentile(String metric, double percentile) {
		return this.scope.recorded(metric)
			.withNumber(Label.OBJECTIVE_PERCENTILE, ObjectiveLabels.percentile(percentile));
	}

	/**
	 * Return the alert about objectives that nothing watches.
	 * @return an alert for latency objectives without a record of their bad calls
	 */
	Rule noSuchBucket() {
		List<Label> objective = List.of(Label.SERVICE_NAME, Label.OBJECTIVE_NAME, Label.OBJECTIVE_PERCENTILE);
		Selector published = this.scope.published(Metric.DURATION.prometheus() + "_count")
			.withSome(Label.OBJECTIVE_NAME)
			.withSome(Label.OBJECTIVE_LATENCY_THRESHOLD);
		Selector watched = this.scope.recorded(ObjectiveRecords.BAD_CALLS_5M)
			.with(Map.of(ObjectiveRecords.SLO, ObjectiveRecords.LATENCY));
		String expression = "count by (" + names(objective) + ", " + Label.OBJECTIVE_LATENCY_THRESHOLD.prometheus()
				+ ") (" + published + ")\nunless on (" + names(objective) + ") " + watched;
		Map<String, String> labels = this.scope.alerted();
		labels.put("severity", "ticket");
		return Rule
			.alert(ObjectiveRecords.NO_BUCKET_ALERT, expression, labels, annotations(
					"{{ $labels.service_name }}: nothing watches the latency of objective "
							+ "{{ $labels.objective_name }}",
					"No bucket of " + Metric.DURATION.prometheus()
							+ " ends at {{ $labels.objective_latency_threshold }} s, or these rules are older than "
							+ "the objective. Write the rules again, and let no filter replace the buckets."))
			.lasting("10m");
	}

	private static String names(List<Label> labels) {
		return labels.stream().map(Label::prometheus).collect(Collectors.joining(", "));
	}

	private Map<String, String> annotations(String summary, String description) {
		Map<String, String> annotations = new LinkedHashMap<>();
		annotations.put("summary", summary);
		annotations.put("description", description);
		annotations.putAll(this.links);
		return annotations;
	}

}
