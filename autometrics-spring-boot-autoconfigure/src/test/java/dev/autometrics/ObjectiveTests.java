package dev.autometrics;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

/**
 * Tests for {@link Objective}.
 */
class ObjectiveTests {

	@Test
	void hasOneTargetOrBoth() {
		Objective success = Objective.ofSuccessRate("api", ObjectivePercentile.P99_9);
		Objective latency = Objective.ofLatency("api", ObjectiveLatency.MS_250, ObjectivePercentile.P99);

		assertThat(success.successRate()).isEqualTo(99.9);
		assertThat(success.latency()).isNull();
		assertThat(latency.successRate()).isNull();
		assertThat(latency.latency()).isEqualTo(new ObjectiveLatency(Duration.ofMillis(250), 99));
		assertThat(success.withLatency(ObjectiveLatency.MS_250, 99)).isEqualTo(latency.withSuccessRate(99.9));
	}

	@Test
	void saysThatAnObjectiveWithoutTargetPromisesNothing() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Objective("api", null, null))
			.withMessage("The objective 'api' has neither a success rate nor a latency");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\t\n" })
	void refusesBlankName(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> Objective.ofSuccessRate(name, 99))
			.withMessage("The name of an objective must not be blank, but is '" + name + "'");
		assertThatNullPointerException().isThrownBy(() -> Objective.ofSuccessRate(null, 99)).withMessage("name");
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, -1, 100, 101, Double.NaN, Double.POSITIVE_INFINITY })
	void refusesPercentileThatIsNone(double percentile) {
		assertThatIllegalArgumentException().isThrownBy(() -> Objective.ofSuccessRate("api", percentile))
			.withMessage(
					"The success rate of objective 'api' must be greater than 0 and less than 100 percent, such as "
							+ "99.9, but is '" + percentile + "'");
		assertThatIllegalArgumentException().isThrownBy(() -> new ObjectiveLatency(ObjectiveLatency.S_1, percentile))
			.withMessage(
					"The latency percentile must be greater than 0 and less than 100 percent, such as 99.9, but is '"
							+ percentile + "'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0S", "PT-1S" })
	void refusesThresholdThatIsNotPositive(Duration threshold) {
		assertThatIllegalArgumentException().isThrownBy(() -> Objective.ofLatency("api", threshold, 99))
			.withMessage("The latency threshold must be greater than zero, such as 250 ms, but is '" + threshold + "'");
	}

	@Test
	void namesThresholdsOfTheSpecification() {
		assertThat(Stream.of(ObjectiveLatency.MS_5, ObjectiveLatency.MS_10, ObjectiveLatency.MS_25,
				ObjectiveLatency.MS_50, ObjectiveLatency.MS_75, ObjectiveLatency.MS_100, ObjectiveLatency.MS_250,
				ObjectiveLatency.MS_500, ObjectiveLatency.MS_750, ObjectiveLatency.S_1, ObjectiveLatency.MS_2500,
				ObjectiveLatency.S_5, ObjectiveLatency.MS_7500, ObjectiveLatency.S_10))
			.extracting(Duration::toMillis)
			.containsExactly(5L, 10L, 25L, 50L, 75L, 100L, 250L, 500L, 750L, 1000L, 2500L, 5000L, 7500L, 10000L);
	}

	@ParameterizedTest
	@ValueSource(strings = { "api", "API handlers", "9-to-5", "a_b-c d" })
	void nameOfTheSpecificationIsToldApart(String name) {
		assertThat(Objective.ofSuccessRate(name, 99).hasSpecifiedName()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "-api", "_api", " api", "a.b", "café", "a\"b", "a\n", "a\tb" })
	void nameOutsideOfTheSpecificationIsToldApart(String name) {
		assertThat(Objective.ofSuccessRate(name, 99).hasSpecifiedName()).isFalse();
	}

}
