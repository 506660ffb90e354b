package dev.autometrics.promql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.autometrics.Result;
import dev.autometrics.model.Label;
import dev.autometrics.model.Metric;
import dev.autometrics.model.ObjectiveRecords;

/**
 * The queries that answer how well all objectives of a service are kept: from what the
 * generated rules have recorded, which is cheap, or from what the application has
 * published, which is there without rules. Immutable.
 * <p>
 * Answers have the labels of an objective and {@link ObjectiveRecords#SLO}; those of
 * latencies have the threshold as well.
 *
 * @since 0.1.0
 */
public final class ObjectiveStateQueries {

	/**
	 * Label of the answers to {@link #recordedRatios}: the window.
	 */
	public static final String WINDOW = "window";

	/**
	 * Label of the answers to {@link #rates}: {@link #ALL} or {@link #BAD}.
	 */
	public static final String CALLS = "calls";

	/**
	 * Value of {@link #CALLS}: calls per second, good and bad.
	 */
	public static final String ALL = "all";

	/**
	 * Value of {@link #CALLS}: bad calls per second.
	 */
	public static final String BAD = "bad";

	private static final List<Label> OBJECTIVE = List.of(Label.OBJECTIVE_NAME, Label.OBJECTIVE_PERCENTILE);

	private final String service;

	private final LabelMatchers conditions;

	/**
	 * Create the queries of a service.
	 * @param service the value of its {@code service_name} label
	 * @param conditions conditions that tell its series from those of another of its name
	 */
	public ObjectiveStateQueries(String service, LabelMatchers conditions) {
		this.service = Objects.requireNonNull(service, "service");
		this.conditions = Objects.requireNonNull(conditions, "conditions");
	}

	/**
	 * Return the recorded shares of bad calls, told apart by {@link #WINDOW}.
	 * @param windows the windows, in Prometheus' notation
	 * @return a query with numbers from 0 to 1
	 */
	public String recordedRatios(List<String> windows) {
		Map<String, String> ratios = new LinkedHashMap<>();
		windows.forEach((window) -> ratios.put(window, recorded(ObjectiveRecords.badRatio(window)).toString()));
		return PromQl.tagged(WINDOW, ratios);
	}

	/**
	 * Return the calls of a window by their recorded rates.
	 * @param window the window, in Prometheus' notation
	 * @return a query with a number for each target of an objective
	 */
	public String recordedCalls(String window) {
		return PromQl.sumOverTime(recorded(ObjectiveRecords.CALLS_1H), window) + " * "
				+ ObjectiveRecords.SECONDS_BETWEEN_HOURS;
	}

	/**
	 * Return calls and bad calls per second by what the application has published, told
	 * apart by {@link #CALLS}.
	 * @param thresholds the thresholds of latencies, as their label has them
	 * @param window the window, in Prometheus' notation
	 * @return a query with numbers
	 */
	public String rates(List<String> thresholds, String window) {
		List<String> rates = new ArrayList<>();
		rates.add(successRates(window));
		thresholds.forEach((threshold) -> rates.add(latencyRates(threshold, window)));
		return String.join("\nor\n", rates);
	}

	private String successRates(String window) {
		Selector calls = ofObjectives(Metric.CALLS.prometheus());
		String all = rate(calls, window);
		String failed = rate(calls.with(Label.RESULT, Result.ERROR.label()), window);
		return target(ObjectiveRecords.SUCCESS_RATE, Map.of(), all, failed + " or 0 * " + all);
	}

	private String latencyRates(String threshold, String window) {
		Selector durations = ofObjectives(Metric.DURATION.prometheus() + "_count")
			.withNumber(Label.OBJECTIVE_LATENCY_THRESHOLD, threshold);
		Selector buckets = ofObjectives(Metric.DURATION.prometheus() + "_bucket")
			.withNumber(Label.OBJECTIVE_LATENCY_THRESHOLD, threshold)
			.withBucket(threshold);
		String all = rate(durations, window);
		return target(ObjectiveRecords.LATENCY, Map.of(Label.OBJECTIVE_LATENCY_THRESHOLD.prometheus(), threshold), all,
				"clamp_min(" + all + " - " + rate(buckets, window) + ", 0)");
	}

	private static String target(String kind, Map<String, String> labels, String all, String bad) {
		Map<String, String> calls = new LinkedHashMap<>();
		calls.put(ALL, all);
		calls.put(BAD, bad);
		String both = PromQl.tagged(CALLS, calls);
		for (Map.Entry<String, String> label : labels.entrySet()) {
			both = PromQl.tagged(label.getKey(), Map.of(label.getValue(), both));
		}
		return PromQl.tagged(ObjectiveRecords.SLO, Map.of(kind, both));
	}

	private static String rate(Selector counters, String window) {
		return PromQl.sumBy(OBJECTIVE, PromQl.rate(counters, window));
	}

	private Selector ofObjectives(String metric) {
		return select(metric).with(this.conditions).withSome(Label.OBJECTIVE_NAME).withSome(Label.OBJECTIVE_PERCENTILE);
	}

	private Selector recorded(String metric) {
		return select(metric).with(this.conditions.recordedLabels());
	}

	private Selector select(String metric) {
		return new Selector(metric).with(Label.SERVICE_NAME, this.service);
	}

}
