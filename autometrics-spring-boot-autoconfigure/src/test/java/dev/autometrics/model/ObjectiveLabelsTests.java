package dev.autometrics.model;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ObjectiveLabels}.
 */
class ObjectiveLabelsTests {

	@ParameterizedTest
	@CsvSource({ "90, 90", "95.0, 95", "99.00, 99", "99.9, 99.9", "99.90, 99.9", "99.95, 99.95", "0.5, 0.5",
			"99.999999, 99.999999", "0.0000001, 0.0000001" })
	void percentileHasNoZerosAtItsEnd(double percentile, String label) {
		assertThat(ObjectiveLabels.percentile(percentile)).isEqualTo(label);
	}

	@ParameterizedTest
	@CsvSource({ "PT0.005S, 0.005", "PT0.01S, 0.01", "PT0.25S, 0.25", "PT1S, 1.0", "PT2.5S, 2.5", "PT10S, 10.0",
			"PT0.001S, 0.001", "PT0.0001S, 0.0001", "PT0.000000001S, 0.000000001", "PT1H, 3600.0" })
	void thresholdIsInSeconds(Duration threshold, String label) {
		assertThat(ObjectiveLabels.threshold(threshold)).isEqualTo(label);
	}

	@Test
	void thresholdOfAnAgeIsANumber() {
		assertThat(Double.parseDouble(ObjectiveLabels.threshold(Duration.ofSeconds(Long.MAX_VALUE)))).isPositive();
	}

}
