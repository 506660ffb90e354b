package dev.autometrics.explorer;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How well one target of an objective is kept.
 *
 * @param objective the name of the objective
 * @param target what it asks for
 * @param state the verdict
 * @param calls the calls in the window, {@code null} if not known
 * @param actualRatio the share of them that was good, from 0 to 1, {@code null} without
 * calls
 * @param budgetRemaining the share of the error budget that is left: 1 all of it, 0
 * nothing, negative if more was spent than there was, {@code null} if there are too few
 * calls to tell
 * @param window the time that calls, ratio and budget are of, {@code null} for all since
 * the start of this instance
 * @param burnRates how fast the budget is spent, 1 being as fast as it may be
 * @since 0.1.0
 */
public record TargetState(String objective, Target target, State state, @Nullable Double calls,
		@Nullable Double actualRatio, @Nullable Double budgetRemaining, @Nullable Duration window,
		List<Burn> burnRates) {

	/**
	 * What an objective asks for.
	 *
	 * @param kind {@code success_rate} or {@code latency}
	 * @param percentile the share of calls that have to be good, in percent
	 * @param thresholdSeconds the longest duration of a good call, {@code null} for a
	 * success rate
	 */
	public record Target(String kind, double percentile, @Nullable Double thresholdSeconds) {

	}

	/**
	 * How fast a budget is spent.
	 *
	 * @param window the window, in Prometheus' notation
	 * @param rate the number of times that it is as fast as the budget allows,
	 * {@code null} without calls in the window
	 */
	public record Burn(String window, @Nullable Double rate) {

	}

	/**
	 * A verdict.
	 */
	public enum State {

		/**
		 * The budget is not spent, and not about to be.
		 */
		OK,

		/**
		 * The budget is spent faster than it may be, or most of it is.
		 */
		AT_RISK,

		/**
		 * There is no budget left.
		 */
		BREACHED,

		/**
		 * So few calls that one bad one would spend the budget.
		 */
		TOO_FEW_CALLS

	}

}
