package dev.autometrics.explorer;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

import dev.autometrics.model.FunctionId;
import dev.autometrics.model.Label;
import dev.autometrics.model.Objectives;
import dev.autometrics.prometheus.PrometheusAnswer;
import dev.autometrics.prometheus.PrometheusClient;
import dev.autometrics.prometheus.PrometheusQuery;
import dev.autometrics.prometheus.PrometheusRequest;
import dev.autometrics.prometheus.PrometheusSeries;
import dev.autometrics.promql.LabelMatchers;
import dev.autometrics.promql.ServiceQueries;
import org.jspecify.annotations.Nullable;

/**
 * The figures of all instances of a service, from Prometheus. All functions are asked for
 * at once, so the number of queries does not depend on theirs.
 *
 * @since 0.1.0
 */
public final class PrometheusSource implements FigureSource {

	private static final String PRESENT = "5m";

	private static final int TREND = 20;

	private static final int PERCENT = 100;

	/**
	 * Counters of all callers of all functions are too many to read them for longer.
	 */
	private static final Duration LONGEST_CALLS = Duration.ofDays(1);

	private final PrometheusAccess access;

	private final ServiceQueries queries;

	private final PrometheusTimeline timeline;

	private final PrometheusTargets targets;

	private final InstantSource clock;

	/**
	 * Create a source.
	 * @param client what asks
	 * @param settings what is asked for
	 * @param listener what is told after each request how it stands with Prometheus
	 */
	public PrometheusSource(PrometheusClient client, Settings settings, Consumer<PrometheusStatus> listener) {
		this.queries = new ServiceQueries(settings.service(), settings.conditions());
		this.access = new PrometheusAccess(client, this.queries, listener);
		this.timeline = new PrometheusTimeline(this.queries, settings.clock());
		this.targets = new PrometheusTargets(settings);
		this.clock = settings.clock();
	}

	/**
	 * Return how it stands with Prometheus. Nothing is asked.
	 * @return what the last request has found
	 */
	public PrometheusStatus status() {
		return this.access.status();
	}

	@Override
	public List<FunctionRow> functions(TimeRange range) {
		return this.access.ask((request) -> rows(request, range));
	}

	private List<FunctionRow> rows(PrometheusRequest request, TimeRange range) {
		List<PrometheusAnswer> answers = request.ask(List.of(PrometheusQuery.now(this.queries.total()),
				PrometheusQuery.now(this.queries.failedTotal()), PrometheusQuery.now(this.queries.requestRate(PRESENT)),
				PrometheusQuery.now(this.queries.errorRatio(PRESENT)),
				PrometheusQuery.now(this.queries.latency(PRESENT)), PrometheusQuery.now(this.queries.concurrent()),
				trend(range)));
		Map<FunctionId, Double> calls = values(answers.get(0).series());
		Map<FunctionId, Double> failed = values(answers.get(1).series());
		Map<FunctionId, Double> rates = values(answers.get(2).series());
		Map<FunctionId, Double> errorRatios = values(answers.get(3).series());
		Map<FunctionId, Map<String, Double>> latencies = latencies(answers.get(4).series());
		Map<FunctionId, Double> concurrent = values(answers.get(5).series());
		Map<FunctionId, List<@Nullable Integer>> trends = trends(answers.get(6).seriesOrNone(), range);
		List<FunctionRow> rows = new ArrayList<>();
		calls.forEach((id, count) -> rows.add(new FunctionRow(id, rates.get(id), errorRatios.get(id),
				percentiles(latencies.getOrDefault(id, Map.of())), whole(concurrent.get(id)), whole(count),
				whole(failed.getOrDefault(id, 0.0)), (count > 0) ? trends.getOrDefault(id, List.of()) : List.of())));
		return rows;
	}

	private static SortedMap<FunctionId, Double> values(List<PrometheusSeries> answer) {
		SortedMap<FunctionId, Double> values = new TreeMap<>();
		for (PrometheusSeries series : answer) {
			Double value = series.value();
			if (value != null) {
				values.put(function(series), value);
			}
		}
		return values;
	}

	private static FunctionId function(PrometheusSeries series) {
		return new FunctionId(series.label(Label.MODULE.prometheus()), series.label(Label.FUNCTION.prometheus()));
	}

	private static @Nullable Long whole(@Nullable Double value) {
		return (value != null) ? Math.round(value) : null;
	}

	private static Map<FunctionId, Map<String, Double>> latencies(List<PrometheusSeries> answer) {
		Map<FunctionId, Map<String, Double>> latencies = new HashMap<>();
		for (PrometheusSeries series : answer) {
			Double value = series.value();
			if (value != null) {
				latencies.computeIfAbsent(function(series), (id) -> new HashMap<>())
					.put(series.label(ServiceQueries.PERCENTILE), value);
			}
		}
		return latencies;
	}

	private static Percentiles percentiles(Map<String, Double> byName) {
		return new Percentiles(byName.get("50"), byName.get("95"), byName.get("99"));
	}

	private PrometheusQuery trend(TimeRange range) {
		TimeGrid grid = trendGrid(range);
		return grid.query(this.queries.requestRate(TimeGrid.window(grid.step(), Duration.ofHours(1))));
	}

	private TimeGrid trendGrid(TimeRange range) {
		return TimeGrid.endingAt(this.clock.instant(), range.length(), range.length().dividedBy(TREND - 1));
	}

	private Map<FunctionId, List<@Nullable Integer>> trends(List<PrometheusSeries> answer, TimeRange range) {
		TimeGrid grid = trendGrid(range);
		Map<FunctionId, List<@Nullable Integer>> trends = new HashMap<>();
		answer.forEach((series) -> trends.put(function(series), percent(grid.values(series))));
		return trends;
	}

	private static List<@Nullable Integer> percent(List<@Nullable Double> values) {
		double highest = 0;
		for (Double value : values) {
			highest = (value != null) ? Math.max(highest, value) : highest;
		}
		List<@Nullable Integer> percent = new ArrayList<>();
		for (Double value : values) {
			percent.add((value != null) ? percent(value, highest) : null);
		}
		return Collections.unmodifiableList(percent);
	}

	private static int percent(double value, double highest) {
		return (highest > 0) ? (int) Math.round(PERCENT * value / highest) : 0;
	}

	@Override
	public FunctionSeries series(FunctionId function, TimeRange range) {
		return this.access.ask((request) -> this.timeline.of(request, function, range));
	}

	@Override
	public List<CallEdge> calls(TimeRange range) {
		return this.access.ask((request) -> edges(request, range));
	}

	private List<CallEdge> edges(PrometheusRequest request, TimeRange range) {
		String window = TimeGrid.text((range.length().compareTo(LONGEST_CALLS) < 0) ? range.length() : LONGEST_CALLS);
		List<PrometheusAnswer> answers = request.ask(List.of(PrometheusQuery.now(this.queries.callRate(window)),
				PrometheusQuery.now(this.queries.callErrorRatio(window))));
		Map<Map<String, String>, Double> errorRatios = new HashMap<>();
		for (PrometheusSeries series : answers.get(1).series()) {
			Double value = series.value();
			if (value != null) {
				errorRatios.put(series.labels(), value);
			}
		}
		return answers.get(0)
			.series()
			.stream()
			.filter((series) -> series.value() != null && series.value() > 0)
			.map((series) -> edge(series, errorRatios.get(series.labels())))
			.toList();
	}

	private static CallEdge edge(PrometheusSeries series, @Nullable Double errorRatio) {
		String caller = series.label(Label.CALLER_FUNCTION.prometheus());
		Double rate = series.value();
		return new CallEdge(
				caller.isEmpty() ? null : new FunctionId(series.label(Label.CALLER_MODULE.prometheus()), caller),
				function(series), (rate != null) ? rate : 0, errorRatio);
	}

	@Override
	public List<TargetState> objectives() {
		return this.access.ask(this.targets::states);
	}

	/**
	 * What is asked for.
	 *
	 * @param service the value of the label {@code service_name}
	 * @param conditions conditions that tell its series from those of another of its name
	 * @param objectives the objectives
	 * @param clock what tells the time
	 */
	public record Settings(String service, LabelMatchers conditions, Objectives objectives, InstantSource clock) {

	}

}
