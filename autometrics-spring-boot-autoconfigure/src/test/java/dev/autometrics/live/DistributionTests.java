package dev.autometrics.live;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link Distribution}. What is expected was asked of Prometheus 2.42, with
 * {@code histogram_quantile} on the same counts.
 */
class DistributionTests {

	private static final long[] BOUNDS = { 5_000_000, 10_000_000, 25_000_000, 1_000_000_000 };

	@ParameterizedTest
	@CsvSource({ "0.5, 0.00625", "0.95, 0.75625", "0.99, 0.95125", "0.01, 0.000125", "0.4, 0.005", "0.8, 0.01" })
	void quantilesAreThoseOfPrometheus(double share, double expected) {
		Distribution durations = new Distribution(BOUNDS, new long[] { 40, 40, 0, 20, 0 });

		assertThat(durations.quantile(share)).isCloseTo(expected, within(1e-9));
	}

	@Test
	void quantileBeyondTheLastBoundIsTheLastBound() {
		assertThat(new Distribution(BOUNDS, new long[] { 1, 0, 0, 0, 3 }).quantile(0.5)).isEqualTo(1);
	}

	@Test
	void quantileOfNoCallsIsUnknown() {
		assertThat(new Distribution(BOUNDS, new long[5]).quantile(0.5)).isNull();
	}

	@Test
	void slowCallsAreThoseAboveTheThreshold() {
		Distribution durations = new Distribution(BOUNDS, new long[] { 1, 2, 4, 8, 16 });

		assertThat(durations.slowerThan(10_000_000)).isEqualTo(28);
		assertThat(durations.slowerThan(1_000_000_000)).isEqualTo(16);
		assertThat(durations.calls()).isEqualTo(31);
	}

}
