package dev.autometrics.benchmarks;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Samples}.
 */
class SamplesTests {

	@Test
	void medianDoesNotDependOnTheOrderOfRounds() {
		assertThat(new Samples(9, 1, 4).median()).isEqualTo(4);
		assertThat(new Samples(9, 1, 4, 5).median()).isEqualTo(4.5);
	}

	@Test
	void ratiosAreThoseOfTheSameRound() {
		Samples ratios = new Samples(20, 1, 6).dividedBy(new Samples(10, 1, 2));

		assertThat(ratios.median()).isEqualTo(2);
		assertThat(ratios.spread(1)).isEqualTo("1.0 to 3.0");
	}

	@Test
	void leastIsThatOfTheBestRound() {
		assertThat(new Samples(3, 2, 4).least()).isEqualTo(2);
	}

}
