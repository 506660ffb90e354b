package dev.autometrics.actuate.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.autometrics.explorer.Figures.Answer;
import dev.autometrics.explorer.TargetState;
import dev.autometrics.explorer.TargetState.State;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.ObjectiveRecords;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * How well the objectives are kept.
 *
 * @param at when the figures were read
 * @param source where they come from
 * @param objectives the objectives
 * @since 0.1.0
 */
public record ObjectiveList(Instant at, SourceDescriptor source,
		List<ObjectiveDescriptor> objectives) implements OperationResponseBody {

	static ObjectiveList of(Instance instance, List<InstrumentedFunction> functions, FunctionIndex index,
			Answer<List<TargetState>> answer) {
		Map<String, List<TargetState>> byName = answer.value()
			.stream()
			.collect(Collectors.groupingBy(TargetState::objective, LinkedHashMap::new, Collectors.toList()));
		List<ObjectiveDescriptor> objectives = byName.entrySet()
			.stream()
			.map((entry) -> ObjectiveDescriptor.of(entry.getKey(), ids(entry.getKey(), functions, index),
					entry.getValue(), instance.since()))
			.toList();
		return new ObjectiveList(instance.at(), SourceDescriptor.of(answer.origin()), objectives);
	}

	private static List<String> ids(String objective, List<InstrumentedFunction> functions, FunctionIndex index) {
		return functions.stream()
			.filter((function) -> objective.equals(function.objective()))
			.map((function) -> index.idOf(function.id()))
			.toList();
	}

	/**
	 * When this instance was asked.
	 *
	 * @param at the time
	 * @param since since when it counts
	 */
	record Instance(Instant at, Instant since) {

	}

	/**
	 * An objective.
	 *
	 * @param name its name
	 * @param functions the ids of the functions that name it
	 * @param successRate how many calls succeed, absent if that is no part of it
	 * @param latency how many calls are quick, absent if that is no part of it
	 */
	public record ObjectiveDescriptor(String name, List<String> functions, @Nullable TargetDescriptor successRate,
			@Nullable TargetDescriptor latency) {

		private static ObjectiveDescriptor of(String name, List<String> functions, List<TargetState> states,
				Instant since) {
			return new ObjectiveDescriptor(name, functions, target(ObjectiveRecords.SUCCESS_RATE, states, since),
					target(ObjectiveRecords.LATENCY, states, since));
		}

		private static @Nullable TargetDescriptor target(String kind, List<TargetState> states, Instant since) {
			for (TargetState state : states) {
				if (kind.equals(state.target().kind())) {
					return TargetDescriptor.of(state, since);
				}
			}
			return null;
		}

	}

	/**
	 * A target of an objective.
	 *
	 * @param targetPercent the share of calls that have to be good, in percent
	 * @param thresholdSeconds the longest duration of a quick call, absent for a success
	 * rate
	 * @param state the verdict
	 * @param actualRatio the share of calls that was good, from 0 to 1
	 * @param calls the calls
	 * @param budgetRemaining the share of the error budget that is left, negative if more
	 * was spent than there was, absent if there are too few calls to tell
	 * @param windowSeconds the time that these figures are of
	 * @param since when that time began, for those of this instance
	 * @param burnRates how fast the budget is spent
	 */
	public record TargetDescriptor(double targetPercent, @Nullable Double thresholdSeconds, State state,
			@Nullable Double actualRatio, @Nullable Long calls, @Nullable Double budgetRemaining,
			@Nullable Long windowSeconds, @Nullable Instant since, List<BurnDescriptor> burnRates) {

		private static TargetDescriptor of(TargetState state, Instant since) {
			Duration window = state.window();
			return new TargetDescriptor(state.target().percentile(), state.target().thresholdSeconds(), state.state(),
					Numbers.roundedGood(state.actualRatio()), whole(state.calls()),
					Numbers.rounded(state.budgetRemaining()), (window != null) ? window.toSeconds() : null,
					(window != null) ? null : since, state.burnRates().stream().map(BurnDescriptor::of).toList());
		}

		private static @Nullable Long whole(@Nullable Double calls) {
			return (calls != null) ? Math.round(calls) : null;
		}

	}

	/**
	 * How fast a budget is spent.
	 *
	 * @param window the time that it is of, in Prometheus' notation
	 * @param value the number of times that it is as fast as the budget allows, absent
	 * without calls
	 */
	public record BurnDescriptor(String window, @Nullable Double value) {

		private static BurnDescriptor of(TargetState.Burn burn) {
			return new BurnDescriptor(burn.window(), Numbers.rounded(burn.rate()));
		}

	}

}
