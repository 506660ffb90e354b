package dev.autometrics.model;

import java.util.List;

import dev.autometrics.Objective;
import dev.autometrics.ObjectiveLatency;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Objectives}.
 */
class ObjectivesTests {

	private static final Objective API = Objective.ofSuccessRate("api", 99.9);

	private static final Objective BATCH = Objective.ofLatency("batch", ObjectiveLatency.S_10, 90);

	@Test
	void areOrderedByName() {
		Objectives objectives = new Objectives(List.of(BATCH, API));

		assertThat(objectives.list()).containsExactly(API, BATCH);
		assertThat(objectives.names()).containsExactly("api", "batch");
		assertThat(objectives).isEqualTo(new Objectives(List.of(API, BATCH)));
	}

	@Test
	void areFoundByName() {
		Objectives objectives = new Objectives(List.of(API, BATCH));

		assertThat(objectives.find("batch")).isSameAs(BATCH);
		assertThat(objectives.find("Batch")).isNull();
		assertThat(Objectives.NONE.list()).isEmpty();
	}

	@Test
	void showsBothWhereTwoHaveTheSameName() {
		Objective other = Objective.ofSuccessRate("api", 95);

		assertThatIllegalArgumentException().isThrownBy(() -> new Objectives(List.of(API, BATCH, other)))
			.withMessage("Two objectives are named 'api': " + API + " and " + other);
	}

}
