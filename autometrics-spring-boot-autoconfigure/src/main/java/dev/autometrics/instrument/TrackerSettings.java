package dev.autometrics.instrument;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.autometrics.Objective;
import dev.autometrics.ObjectiveLatency;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.Objectives;
import org.jspecify.annotations.Nullable;

/**
 * How functions are recorded.
 *
 * @param buckets the upper bounds of the buckets of the histograms
 * @param objectives the objectives that functions name
 * @param limits how much is recorded
 * @since 0.1.0
 */
public record TrackerSettings(List<Duration> buckets, Objectives objectives, Limits limits) {

	public TrackerSettings {
		buckets = List.copyOf(buckets);
	}

	/**
	 * Return the upper bounds of the buckets of a function: a threshold is one too.
	 * @param function the function
	 * @return the bounds in ascending order
	 */
	public Collection<Duration> bucketsOf(InstrumentedFunction function) {
		ObjectiveLatency latency = latencyOf(
				(function.objective() != null) ? this.objectives.find(function.objective()) : null);
		if (latency == null || this.buckets.contains(latency.threshold())) {
			return this.buckets;
		}
		SortedSet<Duration> all = new TreeSet<>(this.buckets);
		all.add(latency.threshold());
		return all;
	}

	/**
	 * Return the bounds that all functions need, the thresholds of all objectives among
	 * them.
	 */
	SortedSet<Duration> allBuckets() {
		SortedSet<Duration> all = new TreeSet<>(this.buckets);
		for (Objective objective : this.objectives.list()) {
			ObjectiveLatency latency = latencyOf(objective);
			if (latency != null) {
				all.add(latency.threshold());
			}
		}
		return Collections.unmodifiableSortedSet(all);
	}

	private static @Nullable ObjectiveLatency latencyOf(@Nullable Objective objective) {
		return (objective != null) ? objective.latency() : null;
	}

}
