package dev.autometrics.explorer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.autometrics.explorer.FunctionSeries.Kind;
import dev.autometrics.live.CallHistory;
import dev.autometrics.live.CallSample;
import dev.autometrics.live.CallWindow;
import dev.autometrics.live.Distribution;
import dev.autometrics.live.FunctionFigures;
import dev.autometrics.live.LiveFigures;
import dev.autometrics.model.FunctionCatalog;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.Objectives;
import org.jspecify.annotations.Nullable;

/**
 * The figures of this instance, from its memory. Always answers.
 *
 * @since 0.1.0
 */
public final class LiveSource implements FigureSource {

	/**
	 * The most values that a trend has.
	 */
	private static final int TREND = 20;

	private static final Duration PRESENT = Duration.ofMinutes(1);

	private final FunctionCatalog catalog;

	private final LiveFigures figures;

	private final CallHistory history;

	private final LiveTargets targets;

	/**
	 * Create a source.
	 * @param catalog the functions
	 * @param figures what they have counted
	 * @param history the last minutes of that
	 * @param objectives the objectives that functions name
	 */
	public LiveSource(FunctionCatalog catalog, LiveFigures figures, CallHistory history, Objectives objectives) {
		this.catalog = catalog;
		this.figures = figures;
		this.history = history;
		this.targets = new LiveTargets(figures, history, objectives);
	}

	@Override
	public List<FunctionRow> functions(TimeRange range) {
		return this.catalog.snapshot().stream().map((function) -> row(function.id(), range)).toList();
	}

	private FunctionRow row(FunctionId id, TimeRange range) {
		FunctionFigures figures = this.figures.of(id);
		long errors = figures.errors();
		long calls = figures.calls();
		if (calls == 0) {
			return new FunctionRow(id, null, null, Percentiles.UNKNOWN, figures.concurrent(), 0L, 0L, List.of());
		}
		CallWindow present = this.history.window(id, PRESENT);
		return new FunctionRow(id, present.rate(), present.errorRatio(), percentiles(present.durations()),
				figures.concurrent(), calls, errors, percent(this.history.trend(id, range.length(), TREND)));
	}

	private static Percentiles percentiles(Distribution durations) {
		return new Percentiles(durations.quantile(0.5), durations.quantile(0.95), durations.quantile(0.99));
	}

	private static List<@Nullable Integer> percent(List<@Nullable Double> values) {
		double highest = values.stream().filter(Objects::nonNull).mapToDouble((value) -> value).max().orElse(0);
		List<@Nullable Integer> percent = new ArrayList<>();
		for (Double value : values) {
			percent.add((value != null) ? percentOf(value, highest) : null);
		}
		return Collections.unmodifiableList(percent);
	}

	private static int percentOf(double value, double highest) {
		return (highest > 0) ? (int) Math.round(100 * value / highest) : 0;
	}

	@Override
	public FunctionSeries series(FunctionId function, TimeRange range) {
		List<Instant> times = new ArrayList<>();
		Map<Kind, List<@Nullable Double>> values = new EnumMap<>(Kind.class);
		for (Kind kind : Kind.values()) {
			values.put(kind, new ArrayList<>());
		}
		for (CallSample sample : this.history.samples(function, range.length())) {
			times.add(sample.at());
			values.forEach((kind, list) -> list.add(value(kind, sample)));
		}
		return new FunctionSeries(this.history.settings().interval(), times, values, List.of(), List.of(), null);
	}

	private static @Nullable Double value(Kind kind, CallSample sample) {
		CallWindow window = sample.window();
		double seconds = window.seconds();
		if (seconds == 0) {
			return null;
		}
		return switch (kind) {
			case OK -> (window.calls() - window.errors()) / seconds;
			case ERROR -> window.errors() / seconds;
			case ERROR_RATIO -> window.errorRatio();
			case P50 -> window.durations().quantile(0.5);
			case P95 -> window.durations().quantile(0.95);
			case P99 -> window.durations().quantile(0.99);
			case CONCURRENT -> (double) sample.concurrent();
		};
	}

	@Override
	public List<CallEdge> calls(TimeRange range) {
		List<CallEdge> edges = new ArrayList<>();
		for (InstrumentedFunction function : this.catalog.snapshot()) {
			this.history.callers(function.id(), range.length())
				.forEach((caller) -> edges
					.add(new CallEdge(caller.caller(), function.id(), caller.rate(), caller.errorRatio())));
		}
		return edges;
	}

	@Override
	public List<TargetState> objectives() {
		return this.targets.states(this.catalog.snapshot());
	}

}
