package dev.autometrics.explorer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.autometrics.Objective;
import dev.autometrics.explorer.TargetState.Target;
import dev.autometrics.explorer.TargetStates.Measured;
import dev.autometrics.model.Label;
import dev.autometrics.model.ObjectiveRecords;
import dev.autometrics.model.Objectives;
import dev.autometrics.prometheus.PrometheusAnswer;
import dev.autometrics.prometheus.PrometheusQuery;
import dev.autometrics.prometheus.PrometheusRequest;
import dev.autometrics.prometheus.PrometheusSeries;
import dev.autometrics.promql.ObjectiveStateQueries;
import org.jspecify.annotations.Nullable;

/**
 * How well objectives are kept by all instances. What the generated rules have recorded
 * is cheap to ask for. Where there is no such record, the counters themselves are read,
 * over windows as long as Prometheus can answer for in time.
 */
final class PrometheusTargets {

	private static final String MONTH = "30d";

	private static final Map<String, Duration> WINDOWS = Map.of("5m", Duration.ofMinutes(5), "30m",
			Duration.ofMinutes(30), "1h", Duration.ofHours(1), "2h", Duration.ofHours(2), "6h", Duration.ofHours(6),
			"1d", Duration.ofDays(1), "3d", Duration.ofDays(3), MONTH, Duration.ofDays(30));

	/**
	 * The windows from the shortest to that of the budget.
	 */
	private static final List<String> ALL = Stream.concat(TargetStates.WINDOWS.stream(), Stream.of(MONTH)).toList();

	private static final Duration SHORTEST_KEEP = Duration.ofSeconds(5);

	private static final Duration LONGEST_KEEP = Duration.ofMinutes(5);

	private static final int PARTS = 60;

	private final Objectives objectives;

	private final ObjectiveStateQueries queries;

	PrometheusTargets(PrometheusSource.Settings settings) {
		this.objectives = settings.objectives();
		this.queries = new ObjectiveStateQueries(settings.service(), settings.conditions());
	}

	List<TargetState> states(PrometheusRequest request) {
		if (this.objectives.list().isEmpty()) {
			request.ask(List.of());
			return List.of();
		}
		Counts recorded = recorded(request);
		boolean complete = targets().allMatch((entry) -> recorded.has(entry, MONTH));
		Counts counted = complete ? recorded : counted(request);
		return targets().map((entry) -> recorded.has(entry, MONTH) ? state(entry, recorded) : state(entry, counted))
			.toList();
	}

	private Stream<Entry> targets() {
		return this.objectives.list().stream().flatMap(PrometheusTargets::entries);
	}

	private static Stream<Entry> entries(Objective objective) {
		return TargetStates.targets(objective).stream().map((target) -> new Entry(objective.name(), target));
	}

	private static TargetState state(Entry entry, Counts counts) {
		Map<String, Double> badRatios = new HashMap<>();
		for (String window : TargetStates.WINDOWS) {
			Double badRatio = counts.badRatio(entry, window);
			if (badRatio != null) {
				badRatios.put(window, badRatio);
			}
		}
		return TargetStates.of(entry.objective, entry.target, measured(entry, counts), badRatios);
	}

	// Of the longest window that there is an answer for.
	private static Measured measured(Entry entry, Counts counts) {
		for (int i = ALL.size() - 1; i >= 0; i--) {
			String window = ALL.get(i);
			if (counts.has(entry, window)) {
				return new Measured(counts.calls(entry, window), counts.badRatio(entry, window), length(window));
			}
		}
		return new Measured(null, null, length(MONTH));
	}

	private Counts recorded(PrometheusRequest request) {
		List<PrometheusAnswer> answers = request
			.ask(List.of(PrometheusQuery.now(this.queries.recordedRatios(ALL)).keptFor(SHORTEST_KEEP),
					PrometheusQuery.now(this.queries.recordedCalls(MONTH)).keptFor(LONGEST_KEEP)));
		Counts counts = new Counts();
		for (PrometheusSeries series : answers.get(0).seriesOrNone()) {
			counts.put(Counts.BAD_RATIO, series, series.label(ObjectiveStateQueries.WINDOW), series.value());
		}
		for (PrometheusSeries series : answers.get(1).seriesOrNone()) {
			counts.put(Counts.CALLS, series, MONTH, series.value());
		}
		return counts;
	}

	private Counts counted(PrometheusRequest request) {
		List<String> thresholds = this.objectives.thresholds();
		List<PrometheusAnswer> answers = request.ask(ALL.stream()
			.map((window) -> PrometheusQuery.now(this.queries.rates(thresholds, window)).keptFor(keep(window)))
			.toList());
		Counts counts = new Counts();
		for (int i = 0; i < ALL.size(); i++) {
			counts.addRates(answers.get(i).seriesOrNone(), ALL.get(i));
		}
		return counts;
	}

	// A longer window changes more slowly, and costs more.
	private static Duration keep(String window) {
		Duration part = length(window).dividedBy(PARTS);
		return (part.compareTo(LONGEST_KEEP) < 0) ? part : LONGEST_KEEP;
	}

	private static Duration length(String window) {
		Duration length = WINDOWS.get(window);
		if (length == null) {
			throw new IllegalArgumentException("No window: " + window);
		}
		return length;
	}

	/**
	 * A target of an objective.
	 *
	 * @param objective the name of the objective
	 * @param target the target
	 */
	private record Entry(String objective, Target target) {

	}

	/**
	 * What Prometheus has answered, by objective, target and window.
	 */
	private static final class Counts {

		static final String CALLS = "calls";

		static final String BAD_RATIO = "bad ratio";

		private final Map<List<Object>, Double> values = new HashMap<>();

		private void put(String kind, PrometheusSeries series, String window, @Nullable Double value) {
			if (value != null) {
				this.values.put(key(kind, series, window), value);
			}
		}

		private void addRates(List<PrometheusSeries> answer, String window) {
			Map<List<Object>, Double> all = new HashMap<>();
			Map<List<Object>, Double> bad = new HashMap<>();
			for (PrometheusSeries series : answer) {
				Double value = series.value();
				if (value != null) {
					boolean isBad = ObjectiveStateQueries.BAD.equals(series.label(ObjectiveStateQueries.CALLS));
					(isBad ? bad : all).put(key(CALLS, series, window), value);
				}
			}
			all.forEach((key, rate) -> {
				this.values.put(key, rate * length(window).toSeconds());
				Double badRate = bad.get(key);
				if (badRate != null && rate > 0) {
					List<Object> ofRatio = new ArrayList<>(key);
					ofRatio.set(0, BAD_RATIO);
					this.values.put(ofRatio, Math.min(1, badRate / rate));
				}
			});
		}

		private boolean has(Entry entry, String window) {
			return calls(entry, window) != null || badRatio(entry, window) != null;
		}

		private @Nullable Double calls(Entry entry, String window) {
			return this.values.get(key(CALLS, entry, window));
		}

		private @Nullable Double badRatio(Entry entry, String window) {
			return this.values.get(key(BAD_RATIO, entry, window));
		}

		// Numbers are compared as numbers: 1 and 1.0 are the same threshold.
		private static List<Object> key(String kind, PrometheusSeries series, String window) {
			String threshold = series.label(Label.OBJECTIVE_LATENCY_THRESHOLD.prometheus());
			boolean latency = ObjectiveRecords.LATENCY.equals(series.label(ObjectiveRecords.SLO));
			return List.of(kind, window, series.label(Label.OBJECTIVE_NAME.prometheus()),
					number(series.label(Label.OBJECTIVE_PERCENTILE.prometheus())), series.label(ObjectiveRecords.SLO),
					latency ? number(threshold) : 0.0);
		}

		private static List<Object> key(String kind, Entry entry, String window) {
			Target target = entry.target;
			Double threshold = target.thresholdSeconds();
			return List.of(kind, window, entry.objective, target.percentile(), target.kind(),
					(threshold != null) ? threshold : 0.0);
		}

		private static double number(String text) {
			try {
				return Double.parseDouble(text);
			}
			catch (NumberFormatException ex) {
				return Double.NaN;
			}
		}

	}

}
