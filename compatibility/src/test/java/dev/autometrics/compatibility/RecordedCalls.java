package dev.autometrics.compatibility;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * What is in the registry of the calls since the start, or since they were
 * {@linkplain #forget() forgotten}.
 */
final class RecordedCalls {

	private final MeterRegistry registry;

	private Map<String, Integer> forgotten = Map.of();

	private Map<String, Duration> forgottenTimes = Map.of();

	RecordedCalls(MeterRegistry registry) {
		this.registry = registry;
	}

	void forget() {
		this.forgotten = all();
		this.forgottenTimes = times();
	}

	/**
	 * Return the calls that have ended of one function.
	 * @param function the name of the function
	 * @return texts such as {@code outer > inner ok}, once for each call
	 */
	List<String> of(String function) {
		return since().entrySet()
			.stream()
			.filter((entry) -> entry.getKey().contains("> " + function + " "))
			.flatMap((entry) -> Collections.nCopies(entry.getValue(), entry.getKey()).stream())
			.toList();
	}

	private Map<String, Integer> since() {
		Map<String, Integer> since = all();
		since.replaceAll((call, count) -> count - this.forgotten.getOrDefault(call, 0));
		since.values().removeIf((count) -> count == 0);
		return since;
	}

	private Map<String, Integer> all() {
		Map<String, Integer> all = new TreeMap<>();
		for (Counter counter : this.registry.find("function.calls").counters()) {
			Meter.Id id = counter.getId();
			String caller = id.getTag("caller.function");
			all.merge(caller + " > " + id.getTag("function") + " " + id.getTag("result"), (int) counter.count(),
					Integer::sum);
		}
		return all;
	}

	/**
	 * Return how long the calls of one function took.
	 * @param function the name of the function
	 * @return the sum
	 */
	Duration timeIn(String function) {
		return times().getOrDefault(function, Duration.ZERO)
			.minus(this.forgottenTimes.getOrDefault(function, Duration.ZERO));
	}

	private Map<String, Duration> times() {
		Map<String, Duration> times = new TreeMap<>();
		for (Timer timer : this.registry.find("function.calls.duration").timers()) {
			times.merge(String.valueOf(timer.getId().getTag("function")),
					Duration.ofMillis(Math.round(timer.totalTime(TimeUnit.MILLISECONDS))), Duration::plus);
		}
		return times;
	}

	/**
	 * Return the number of calls under way of one function.
	 * @param function the name of the function
	 * @return the value of its gauge
	 */
	int underWay(String function) {
		Collection<Gauge> gauges = this.registry.find("function.calls.concurrent").tag("function", function).gauges();
		return (int) gauges.stream().mapToDouble(Gauge::value).sum();
	}

}
