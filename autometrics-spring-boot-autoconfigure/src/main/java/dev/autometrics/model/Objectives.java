package dev.autometrics.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.autometrics.Objective;
import dev.autometrics.ObjectiveLatency;
import org.jspecify.annotations.Nullable;

/**
 * The objectives of an application, each with a name of its own. Immutable.
 *
 * @since 0.1.0
 */
public final class Objectives {

	/**
	 * No objective at all.
	 */
	public static final Objectives NONE = new Objectives(List.of());

	private final SortedMap<String, Objective> byName = new TreeMap<>();

	/**
	 * Create objectives from their list.
	 * @param objectives the objectives in any order
	 * @throws IllegalArgumentException if two have the same name
	 */
	public Objectives(Collection<Objective> objectives) {
		for (Objective objective : objectives) {
			Objective other = this.byName.putIfAbsent(objective.name(), objective);
			if (other != null) {
				throw new IllegalArgumentException(
						"Two objectives are named '" + objective.name() + "': " + other + " and " + objective);
			}
		}
	}

	/**
	 * Return the objective with a name.
	 * @param name the name
	 * @return the objective, or {@code null} if there is none
	 */
	public @Nullable Objective find(String name) {
		return this.byName.get(name);
	}

	/**
	 * Return the names.
	 * @return an immutable set in alphabetical order
	 */
	public Set<String> names() {
		return Collections.unmodifiableSet(this.byName.keySet());
	}

	/**
	 * Return the objectives ordered by name.
	 * @return an immutable list
	 */
	public List<Objective> list() {
		return List.copyOf(this.byName.values());
	}

	/**
	 * Return the shares of calls, in percent, that success rates and latencies ask for.
	 * @return an immutable list without duplicates in ascending order
	 */
	public List<Double> percentiles() {
		return this.byName.values()
			.stream()
			.flatMap((objective) -> Stream.of(objective.successRate(),
					(objective.latency() != null) ? objective.latency().percentile() : null))
			.filter(Objects::nonNull)
			.distinct()
			.sorted()
			.toList();
	}

	/**
	 * Return the thresholds of the latencies as values of their label.
	 * @return an immutable list without duplicates in ascending order
	 * @see ObjectiveLabels#threshold
	 */
	public List<String> thresholds() {
		return this.byName.values()
			.stream()
			.map(Objective::latency)
			.filter(Objects::nonNull)
			.map(ObjectiveLatency::threshold)
			.sorted()
			.map(ObjectiveLabels::threshold)
			.distinct()
			.toList();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Objectives objectives && this.byName.equals(objectives.byName);
	}

	@Override
	public int hashCode() {
		return this.byName.hashCode();
	}

	@Override
	public String toString() {
		return this.byName.values().toString();
	}

}
