package dev.autometrics.autoconfigure;

import java.time.Duration;

import dev.autometrics.live.CallHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ExplorerSettings}.
 */
class ExplorerSettingsTests {

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void keepsAQuarterOfAnHourByDefault() {
		assertThat(history()).isEqualTo(new CallHistory.Settings(Duration.ofMinutes(15), Duration.ofSeconds(10)));
		assertThat(history().samples()).isEqualTo(90);
	}

	@Test
	void keepsWhatIsSet() {
		this.environment.setProperty("autometrics.explorer.history", "1h");
		this.environment.setProperty("autometrics.explorer.sample-interval", "5s");

		assertThat(history().samples()).isEqualTo(720);
	}

	@Test
	void keepsNothingWithoutPageOrHistory() {
		this.environment.setProperty("autometrics.explorer.enabled", "false");
		assertThat(history().samples()).isZero();

		this.environment.setProperty("autometrics.explorer.enabled", "true");
		this.environment.setProperty("autometrics.explorer.history", "0");
		assertThat(history().samples()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "history, -1m, PT-1M", "history, 5s, PT5S", "history, 24h, PT24H", "sample-interval, 0, PT0S",
			"sample-interval, 999ms, PT0.999S", "sample-interval, -10s, PT-10S" })
	void valueThatIsOfNoUseStopsTheStart(String name, String value, String printed) {
		this.environment.setProperty("autometrics.explorer." + name, value);

		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class).isThrownBy(this::history)
			.satisfies((ex) -> {
				assertThat(ex.getName()).isEqualTo("autometrics.explorer." + name);
				assertThat(ex.getValue()).hasToString(printed);
				assertThat(ex.getReason()).endsWith(".");
			});
	}

	private CallHistory.Settings history() {
		return ExplorerSettings.history(AutometricsProperties.from(this.environment).explorer());
	}

}
