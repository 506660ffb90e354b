package dev.autometrics.explorer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.autometrics.prometheus.PrometheusSeries;
import dev.autometrics.prometheus.PrometheusSeries.Point;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Deploys}.
 */
class DeploysTests {

	// A digit is the number of instances at a time, a dot none.
	@ParameterizedTest
	@CsvSource({ "333333, ......, ''", "333...., ...333, 3:two", "321..., .12333, 1:two", "333.33, ......, ''",
			"33....., ....33, 4:two", "..3333, ......, ''", "33..33, ..33.., 2:two 4:one", "333333, ..1..., 2:two" })
	void deploymentIsAVersionThatWasNotThereBefore(String one, String two, String expected) {
		TimeGrid grid = new TimeGrid(Instant.EPOCH, Duration.ofSeconds(10), 6);

		assertThat(Deploys.of(List.of(version("one", one), version("two", two)), grid))
			.extracting((deploy) -> deploy.at().getEpochSecond() / 10 + ":" + deploy.version())
			.containsExactly(StringUtils.tokenizeToStringArray(expected, " "));
	}

	private static PrometheusSeries version(String version, String instances) {
		List<Point> points = new ArrayList<>();
		for (int i = 0; i < instances.length(); i++) {
			if (instances.charAt(i) != '.') {
				points.add(new Point(i * 10, instances.charAt(i) - '0'));
			}
		}
		return new PrometheusSeries(Map.of("version", version, "commit", "c0ffee"), points);
	}

}
