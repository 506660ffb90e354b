package dev.autometrics.explorer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.autometrics.Objective;
import dev.autometrics.explorer.TargetState.Target;
import dev.autometrics.explorer.TargetStates.Measured;
import dev.autometrics.live.CallHistory;
import dev.autometrics.live.CallWindow;
import dev.autometrics.live.Distribution;
import dev.autometrics.live.FunctionFigures;
import dev.autometrics.live.LiveFigures;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.Objectives;
import org.jspecify.annotations.Nullable;

/**
 * How well this instance has kept the objectives since it started.
 */
final class LiveTargets {

	private static final double NANOS_PER_SECOND = 1e9;

	private static final Map<String, Duration> WINDOWS = Map.of("5m", Duration.ofMinutes(5), "30m",
			Duration.ofMinutes(30), "1h", Duration.ofHours(1), "2h", Duration.ofHours(2), "6h", Duration.ofHours(6),
			"1d", Duration.ofDays(1), "3d", Duration.ofDays(3));

	private final LiveFigures figures;

	private final CallHistory history;

	private final Objectives objectives;

	LiveTargets(LiveFigures figures, CallHistory history, Objectives objectives) {
		this.figures = figures;
		this.history = history;
		this.objectives = objectives;
	}

	List<TargetState> states(List<InstrumentedFunction> functions) {
		List<TargetState> states = new ArrayList<>();
		for (Objective objective : this.objectives.list()) {
			List<FunctionId> ids = functions.stream()
				.filter((function) -> objective.name().equals(function.objective()))
				.map(InstrumentedFunction::id)
				.toList();
			TargetStates.targets(objective).forEach((target) -> states.add(state(objective.name(), target, ids)));
		}
		return states;
	}

	private TargetState state(String objective, Target target, List<FunctionId> functions) {
		Counts counts = new Counts();
		functions.forEach((function) -> addAll(counts, target, function));
		return TargetStates.of(objective, target, new Measured((double) counts.calls, counts.badRatio(), null),
				badRatios(target, functions));
	}

	// Calls that ended before durations were counted are neither quick nor slow.
	private void addAll(Counts counts, Target target, FunctionId function) {
		if (target.thresholdSeconds() != null) {
			addSlow(counts, target.thresholdSeconds(), this.history.durations(function));
		}
		else {
			FunctionFigures figures = this.figures.of(function);
			counts.bad += figures.errors();
			counts.calls += figures.calls();
		}
	}

	private static void addSlow(Counts counts, double threshold, Distribution durations) {
		counts.bad += durations.slowerThan(Math.round(threshold * NANOS_PER_SECOND));
		counts.calls += durations.calls();
	}

	// Nobody knows of windows that are longer than the history.
	private Map<String, Double> badRatios(Target target, List<FunctionId> functions) {
		Map<String, Double> badRatios = new LinkedHashMap<>();
		for (String window : TargetStates.WINDOWS) {
			Duration length = WINDOWS.get(window);
			if (length != null && length.compareTo(this.history.settings().length()) <= 0) {
				Counts counts = new Counts();
				functions.forEach((function) -> add(counts, target, this.history.window(function, length)));
				Double badRatio = counts.badRatio();
				if (badRatio != null) {
					badRatios.put(window, badRatio);
				}
			}
		}
		return badRatios;
	}

	private static void add(Counts counts, Target target, CallWindow window) {
		if (target.thresholdSeconds() != null) {
			addSlow(counts, target.thresholdSeconds(), window.durations());
		}
		else {
			counts.bad += window.errors();
			counts.calls += window.calls();
		}
	}

	/**
	 * Calls of the functions of an objective.
	 */
	private static final class Counts {

		private long calls;

		private long bad;

		private @Nullable Double badRatio() {
			return (this.calls > 0) ? Math.min(1, (double) this.bad / this.calls) : null;
		}

	}

}
