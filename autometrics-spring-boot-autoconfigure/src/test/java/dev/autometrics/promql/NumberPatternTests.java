package dev.autometrics.promql;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NumberPattern}.
 */
class NumberPatternTests {

	@ParameterizedTest
	@CsvSource({ "1.0, 1", "1, 1.0", "1, 1.00", "10.0, 10", "0.25, 0.25", "0.25, 0.250", "2.5, 2.5", "99.90, 99.9",
			"100, 100.0", "0.0001, 1.0E-4", "0.0001, 0.00010", "0.00001, 1e-05", "0.000025, 2.5E-5", "0.0005, 5.0E-4",
			"1000000, 1e+06", "1000000, 1000000.0", "12500000, 1.25E7" })
	void matchesEverySpellingOfTheNumber(String number, String label) {
		assertThat(label).matches(NumberPattern.of(number));
	}

	@ParameterizedTest
	@CsvSource({ "1, 10", "1, 1.5", "1, 11", "10, 1", "10, 100", "0.25, 0.2", "0.25, 0.255", "0.25, 10.25",
			"0.25, 0x25", "2.5, 25", "0.0001, 1.0E-3", "0.0001, 1.0E-41", "0.00001, 1e-15", "1000000, 1e-06" })
	void matchesNoOtherNumber(String number, String label) {
		assertThat(label).doesNotMatch(NumberPattern.of(number));
	}

}
