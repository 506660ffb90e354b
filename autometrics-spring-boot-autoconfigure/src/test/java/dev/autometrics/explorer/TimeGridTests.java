package dev.autometrics.explorer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.autometrics.prometheus.PrometheusSeries;
import dev.autometrics.prometheus.PrometheusSeries.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TimeGrid}.
 */
class TimeGridTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:34:56.789Z");

	@ParameterizedTest
	@EnumSource
	void coversItsRange(TimeRange range) {
		TimeGrid grid = TimeGrid.endingAt(NOW, range.length(), range.step());

		List<Instant> times = grid.times();
		assertThat(times).hasSize(grid.count()).hasSizeLessThanOrEqualTo(361);
		assertThat(Duration.between(times.get(0), times.get(times.size() - 1))).isEqualTo(range.length());
		assertThat(Duration.between(times.get(times.size() - 1), NOW)).isBetween(Duration.ZERO, Duration.ofMinutes(1));
	}

	@Test
	void isTheSameWithinAStep() {
		assertThat(TimeGrid.endingAt(NOW, Duration.ofHours(1), Duration.ofSeconds(15)))
			.isEqualTo(TimeGrid.endingAt(NOW.minusSeconds(10), Duration.ofHours(1), Duration.ofSeconds(15)))
			.isNotEqualTo(TimeGrid.endingAt(NOW.minusSeconds(12), Duration.ofHours(1), Duration.ofSeconds(15)));
	}

	@Test
	void gapsHaveNoValue() {
		TimeGrid grid = new TimeGrid(Instant.ofEpochSecond(1000), Duration.ofSeconds(10), 4);
		List<Point> points = List.of(new Point(990, 1), new Point(1010.001, 2), new Point(1030, 3), new Point(1040, 4));

		assertThat(grid.values(new PrometheusSeries(Map.of(), points))).containsExactly(null, 2.0, null, 3.0);
	}

	@ParameterizedTest
	@CsvSource({ "10s, 2h, 5m", "30m, 2h, 30m", "2h, 30m, 30m", "2h, 2h, 120m" })
	void ratesLookBackOverAStepWithinLimits(String step, String longest, String window) {
		assertThat(TimeGrid.window(duration(step), duration(longest))).isEqualTo(window);
	}

	private static Duration duration(String text) {
		return Duration.parse("PT" + text);
	}

}
