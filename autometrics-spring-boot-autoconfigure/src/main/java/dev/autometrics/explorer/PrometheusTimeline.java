package dev.autometrics.explorer;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.autometrics.explorer.FunctionSeries.Kind;
import dev.autometrics.model.FunctionId;
import dev.autometrics.prometheus.PrometheusAnswer;
import dev.autometrics.prometheus.PrometheusRequest;
import dev.autometrics.prometheus.PrometheusSeries;
import dev.autometrics.promql.ServiceQueries;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a function over time, of all instances.
 */
final class PrometheusTimeline {

	private static final Duration LONGEST_RATE = Duration.ofHours(2);

	/**
	 * Buckets are many. Over the longest ranges their rates leave some time out.
	 */
	private static final Duration LONGEST_LATENCY = Duration.ofMinutes(30);

	private static final String VERSION_WINDOW = "5m";

	private static final Map<String, Kind> PERCENTILES = Map.of("50", Kind.P50, "95", Kind.P95, "99", Kind.P99);

	private final ServiceQueries queries;

	private final InstantSource clock;

	PrometheusTimeline(ServiceQueries queries, InstantSource clock) {
		this.queries = queries;
		this.clock = clock;
	}

	FunctionSeries of(PrometheusRequest request, FunctionId function, TimeRange range) {
		TimeGrid grid = TimeGrid.endingAt(this.clock.instant(), range.length(), range.step());
		ServiceQueries one = this.queries.of(function);
		String window = TimeGrid.window(grid.step(), LONGEST_RATE);
		List<PrometheusAnswer> answers = request
			.ask(List.of(grid.query(one.requestRate(window)), grid.query(one.errorRatio(window)),
					grid.query(one.latency(TimeGrid.window(grid.step(), LONGEST_LATENCY))),
					grid.query(one.concurrent()), grid.query(this.queries.versions(VERSION_WINDOW))));
		Map<Kind, List<@Nullable Double>> values = new EnumMap<>(Kind.class);
		List<@Nullable Double> rates = only(answers.get(0).series(), grid);
		List<@Nullable Double> ratios = only(answers.get(1).series(), grid);
		values.put(Kind.OK, shares(rates, ratios, false));
		values.put(Kind.ERROR, shares(rates, ratios, true));
		values.put(Kind.ERROR_RATIO, ratios);
		PERCENTILES.values().forEach((kind) -> values.put(kind, only(List.of(), grid)));
		for (PrometheusSeries series : answers.get(2).seriesOrNone()) {
			Kind kind = PERCENTILES.get(series.label(ServiceQueries.PERCENTILE));
			if (kind != null) {
				values.put(kind, grid.values(series));
			}
		}
		values.put(Kind.CONCURRENT, only(answers.get(3).series(), grid));
		return new FunctionSeries(grid.step(), grid.times(), values, Deploys.of(answers.get(4).seriesOrNone(), grid),
				List.of(), PrometheusAccess.instances(request));
	}

	private static List<@Nullable Double> only(List<PrometheusSeries> answer, TimeGrid grid) {
		return answer.isEmpty() ? Collections.nCopies(grid.count(), null) : grid.values(answer.get(0));
	}

	// Where calls are known to be none, there are no errors either.
	private static List<@Nullable Double> shares(List<@Nullable Double> rates, List<@Nullable Double> errorRatios,
			boolean failed) {
		List<@Nullable Double> shares = new ArrayList<>();
		for (int i = 0; i < rates.size(); i++) {
			Double rate = rates.get(i);
			Double ratio = errorRatios.get(i);
			double share = (ratio != null) ? ratio : 0;
			shares.add((rate != null) ? rate * (failed ? share : 1 - share) : null);
		}
		return Collections.unmodifiableList(shares);
	}

}
