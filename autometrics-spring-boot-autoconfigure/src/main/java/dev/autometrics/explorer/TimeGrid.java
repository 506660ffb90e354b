package dev.autometrics.explorer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import dev.autometrics.prometheus.PrometheusQuery;
import dev.autometrics.prometheus.PrometheusSeries;
import org.jspecify.annotations.Nullable;

/**
 * Times at regular intervals. They do not move with every second, so that what is asked
 * twice within a step is the same.
 *
 * @param start the first time
 * @param step the time between two
 * @param count the number of times
 */
record TimeGrid(Instant start, Duration step, int count) {

	private static final Duration SHORTEST_WINDOW = Duration.ofMinutes(5);

	private static final long MINUTE = 60;

	static TimeGrid endingAt(Instant now, Duration length, Duration step) {
		long seconds = step.toSeconds();
		long end = now.getEpochSecond() - now.getEpochSecond() % Math.min(seconds, MINUTE);
		long count = length.toSeconds() / seconds;
		return new TimeGrid(Instant.ofEpochSecond(end - count * seconds), Duration.ofSeconds(seconds),
				Math.toIntExact(count) + 1);
	}

	PrometheusQuery query(String promql) {
		return PrometheusQuery.between(promql, this.start, time(this.count - 1), this.step);
	}

	List<Instant> times() {
		return Stream.iterate(this.start, (time) -> time.plus(this.step)).limit(this.count).toList();
	}

	private Instant time(int index) {
		return this.start.plus(this.step.multipliedBy(index));
	}

	/**
	 * Return the values of a series at these times.
	 * @param series an answer to a query of this grid
	 * @return a value for each time, {@code null} for a gap
	 */
	List<@Nullable Double> values(PrometheusSeries series) {
		List<@Nullable Double> values = new ArrayList<>(Collections.nCopies(this.count, null));
		for (PrometheusSeries.Point point : series.points()) {
			long index = Math.round((point.seconds() - this.start.getEpochSecond()) / this.step.toSeconds());
			if (index >= 0 && index < this.count) {
				values.set((int) index, point.value());
			}
		}
		return values;
	}

	/**
	 * Return over how much time rates are taken: all of a step, so that no call is
	 * missed, but not less than a few scrapes.
	 * @param step the time between two points
	 * @param longest what is not exceeded
	 * @return the window in Prometheus' notation
	 */
	static String window(Duration step, Duration longest) {
		Duration window = (step.compareTo(longest) < 0) ? step : longest;
		return text((window.compareTo(SHORTEST_WINDOW) < 0) ? SHORTEST_WINDOW : window);
	}

	static String text(Duration duration) {
		long seconds = duration.toSeconds();
		return (seconds % MINUTE == 0) ? seconds / MINUTE + "m" : seconds + "s";
	}

}
