package dev.autometrics.benchmarks;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Settings}.
 */
class SettingsTests {

	@Test
	void fullRunIsTheDefault() {
		Settings settings = Settings.parse();

		assertThat(settings.complete()).isTrue();
		assertThat(settings.forks()).isEqualTo(5);
		assertThat(settings.suites()).containsExactly(Suite.values());
	}

	@Test
	void shortRunHasOneFork() {
		Settings settings = Settings.parse("--result=here.json", "--short");

		assertThat(settings.complete()).isFalse();
		assertThat(settings.forks()).isOne();
		assertThat(settings.result()).isEqualTo(Path.of("here.json"));
	}

	@Test
	void takesForksAndResultFile() {
		Settings settings = Settings.parse("--forks=12", "--result=folder/here.json");

		assertThat(settings.forks()).isEqualTo(12);
		assertThat(settings.result()).isEqualTo(Path.of("folder/here.json"));
	}

	@Test
	void takesOneSuite() {
		assertThat(Settings.parse("--suite=calls", "--short").suites()).containsExactly(Suite.CALLS);
		assertThat(Settings.parse("--suite=turn").suites()).containsExactly(Suite.TURN);
		assertThat(Settings.parse("--suite=completion").suites()).containsExactly(Suite.COMPLETION);
		assertThat(Settings.parse("--suite=startup").suites()).containsExactly(Suite.STARTUP);
	}

	@Test
	void refusesWhatItDoesNotKnow() {
		assertThatIllegalArgumentException().isThrownBy(() -> Settings.parse("--forks=none"))
			.withMessageContaining("'--forks=none' is not understood");
	}

}
