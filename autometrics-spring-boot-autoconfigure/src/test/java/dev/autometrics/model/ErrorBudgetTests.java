package dev.autometrics.model;

import java.math.BigDecimal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ErrorBudget}.
 */
class ErrorBudgetTests {

	@ParameterizedTest
	@CsvSource({ "90, 0.1", "95, 0.05", "99, 0.01", "99.9, 0.001", "99.95, 0.0005", "0.5, 0.995" })
	void isTheExactRest(double percentile, String budget) {
		assertThat(ErrorBudget.of(percentile)).hasToString(budget);
	}

	@ParameterizedTest
	@CsvSource({ "99, 14.4, 0.144", "99.9, 6, 0.006", "95, 14.4, 0.525", "90, 14.4, 0.55", "90, 1, 0.1", "10, 1, 0.9" })
	void thresholdOfAnAlertCanBeExceeded(double percentile, BigDecimal factor, BigDecimal share) {
		assertThat(ErrorBudget.of(percentile).burnedAt(factor)).isEqualByComparingTo(share);
	}

}
