package dev.autometrics.explorer;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.autometrics.Objective;
import dev.autometrics.ObjectiveLatency;
import dev.autometrics.explorer.TargetState.Burn;
import dev.autometrics.explorer.TargetState.State;
import dev.autometrics.explorer.TargetState.Target;
import dev.autometrics.model.BurnRate;
import dev.autometrics.model.ErrorBudget;
import dev.autometrics.model.ObjectiveLabels;
import dev.autometrics.model.ObjectiveRecords;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of error budgets, the same for every source of figures. The limits are
 * those of the generated alerts.
 *
 * @since 0.1.0
 */
public final class TargetStates {

	/**
	 * The windows that burn rates are told of, in Prometheus' notation.
	 */
	public static final List<String> WINDOWS = List.of("5m", "30m", "1h", "2h", "6h", "1d", "3d");

	private static final double LITTLE_BUDGET = 0.25;

	private TargetStates() {
	}

	/**
	 * Return the targets of an objective.
	 * @param objective the objective
	 * @return one or two
	 */
	public static List<Target> targets(Objective objective) {
		List<Target> targets = new ArrayList<>();
		if (objective.successRate() != null) {
			targets.add(new Target(ObjectiveRecords.SUCCESS_RATE, objective.successRate(), null));
		}
		ObjectiveLatency latency = objective.latency();
		if (latency != null) {
			double threshold = Double.parseDouble(ObjectiveLabels.threshold(latency.threshold()));
			targets.add(new Target(ObjectiveRecords.LATENCY, latency.percentile(), threshold));
		}
		return List.copyOf(targets);
	}

	/**
	 * Return how well a target is kept.
	 * @param objective the name of the objective
	 * @param target the target
	 * @param measured what was counted
	 * @param badRatios the share of bad calls from 0 to 1 by window; a window without
	 * calls is missing
	 * @return the state, without figures that so few calls cannot tell
	 */
	public static TargetState of(String objective, Target target, Measured measured, Map<String, Double> badRatios) {
		ErrorBudget budget = ErrorBudget.of(target.percentile());
		Double actual = (measured.badRatio() != null) ? 1 - measured.badRatio() : null;
		if (measured.badRatio() == null || isTooFew(measured.calls(), budget)) {
			return new TargetState(objective, target, State.TOO_FEW_CALLS, measured.calls(), actual, null,
					measured.window(), burns(Map.of(), budget));
		}
		double left = 1 - measured.badRatio() / budget.share().doubleValue();
		return new TargetState(objective, target, state(left, badRatios, budget), measured.calls(), actual, left,
				measured.window(), burns(badRatios, budget));
	}

	// One bad call would spend it all. Ten times a tenth of a percent is not quite one
	// percent in binary numbers, so the product is one of decimal numbers.
	private static boolean isTooFew(@Nullable Double calls, ErrorBudget budget) {
		return calls == null || budget.share().multiply(BigDecimal.valueOf(Math.rint(calls))).doubleValue() < 1;
	}

	private static State state(double left, Map<String, Double> badRatios, ErrorBudget budget) {
		if (left <= 0) {
			return State.BREACHED;
		}
		boolean tooFast = Stream.concat(BurnRate.PAGE.stream(), BurnRate.TICKET.stream())
			.anyMatch((limit) -> exceeds(badRatios.get(limit.longWindow()), limit, budget)
					&& exceeds(badRatios.get(limit.shortWindow()), limit, budget));
		return (tooFast || left < LITTLE_BUDGET) ? State.AT_RISK : State.OK;
	}

	private static boolean exceeds(@Nullable Double badRatio, BurnRate limit, ErrorBudget budget) {
		return badRatio != null && badRatio > budget.burnedAt(limit.factor()).doubleValue();
	}

	private static List<Burn> burns(Map<String, Double> badRatios, ErrorBudget budget) {
		return WINDOWS.stream().map((window) -> burn(window, badRatios.get(window), budget)).toList();
	}

	private static Burn burn(String window, @Nullable Double badRatio, ErrorBudget budget) {
		return new Burn(window, (badRatio != null) ? badRatio / budget.share().doubleValue() : null);
	}

	/**
	 * What was counted of a target.
	 *
	 * @param calls the calls, {@code null} if not known
	 * @param badRatio the share of them that was bad, from 0 to 1, {@code null} without
	 * calls
	 * @param window the time in which, {@code null} for all since the start of this
	 * instance
	 */
	public record Measured(@Nullable Double calls, @Nullable Double badRatio, @Nullable Duration window) {

	}

}
