package dev.autometrics.promql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.autometrics.Objective;
import dev.autometrics.ObjectiveLatency;
import dev.autometrics.Result;
import dev.autometrics.model.ErrorBudget;
import dev.autometrics.model.Label;
import dev.autometrics.model.Metric;
import dev.autometrics.model.ObjectiveLabels;

/**
 * The queries that answer how well an objective is kept: how fast its error budget is
 * spent, 1 being as fast as it may be, and what is left of it. They read the metrics of
 * the application and need no rules. Immutable.
 *
 * @since 0.1.0
 */
public final class ObjectiveQueries {

	private static final List<Label> OBJECTIVE = List.of(Label.SERVICE_NAME, Label.OBJECTIVE_NAME,
			Label.OBJECTIVE_PERCENTILE);

	private static final String BURN_WINDOW = "1h";

	private static final String BUDGET_WINDOW = "30d";

	private final String service;

	private final LabelMatchers conditions;

	/**
	 * Create the queries of a service.
	 * @param service the value of its {@code service_name} label
	 */
	public ObjectiveQueries(String service) {
		this(service, LabelMatchers.NONE);
	}

	/**
	 * Create the queries of a service under conditions that tell its series from those of
	 * another of its name.
	 * @param service the value of its {@code service_name} label
	 * @param conditions the conditions
	 */
	public ObjectiveQueries(String service, LabelMatchers conditions) {
		this.service = Objects.requireNonNull(service, "service");
		this.conditions = Objects.requireNonNull(conditions, "conditions");
	}

	/**
	 * Return every query about an objective: two for each of its targets.
	 * @param objective the objective
	 * @return an immutable list
	 */
	public List<Query> all(Objective objective) {
		List<Query> queries = new ArrayList<>();
		if (objective.successRate() != null) {
			String budget = ErrorBudget.of(objective.successRate()).toString();
			queries.add(new Query("successBurnRate", "How fast failed calls spend the error budget, over an hour",
					burnRate(failed(objective.name(), BURN_WINDOW), budget)));
			queries.add(new Query("successBudgetLeft", "Share of the error budget that failed calls left, of 30 days",
					budgetLeft(failed(objective.name(), BUDGET_WINDOW), budget)));
		}
		ObjectiveLatency latency = objective.latency();
		if (latency != null) {
			String budget = ErrorBudget.of(latency.percentile()).toString();
			String threshold = ObjectiveLabels.threshold(latency.threshold());
			queries.add(new Query("latencyBurnRate", "How fast slow calls spend the error budget, over an hour",
					burnRate(slow(objective.name(), threshold, BURN_WINDOW), budget)));
			queries.add(new Query("latencyBudgetLeft", "Share of the error budget that slow calls left, of 30 days",
					budgetLeft(slow(objective.name(), threshold, BUDGET_WINDOW), budget)));
		}
		return List.copyOf(queries);
	}

	private static String burnRate(String badRatio, String budget) {
		return "(" + badRatio + ") / " + budget;
	}

	private static String budgetLeft(String badRatio, String budget) {
		return "1 - (" + badRatio + ") / " + budget;
	}

	private String failed(String objective, String window) {
		Selector calls = select(Metric.CALLS.prometheus(), objective);
		Selector failed = calls.with(Label.RESULT, Result.ERROR.label());
		return PromQl.ratio(rate(failed, window), rate(calls, window));
	}

	private String slow(String objective, String threshold, String window) {
		Selector all = select(Metric.DURATION.prometheus() + "_count", objective)
			.withNumber(Label.OBJECTIVE_LATENCY_THRESHOLD, threshold);
		Selector quick = select(Metric.DURATION.prometheus() + "_bucket", objective)
			.withNumber(Label.OBJECTIVE_LATENCY_THRESHOLD, threshold)
			.withBucket(threshold);
		return "(1 - " + rate(quick, window) + " / (" + rate(all, window) + " > 0))";
	}

	private Selector select(String metric, String objective) {
		return new Selector(metric).with(Label.SERVICE_NAME, this.service)
			.with(this.conditions)
			.with(Label.OBJECTIVE_NAME, objective);
	}

	private static String rate(Selector selector, String window) {
		return PromQl.sumBy(OBJECTIVE, PromQl.rate(selector, window));
	}

}
