package dev.autometrics.autoconfigure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SpringBootVersionCheck} and what is said when it fails.
 */
class SpringBootVersionCheckTests {

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "3.5.0", "3.5.16", "3.5.0-SNAPSHOT", "3.5.0-RC1", "3.10.1", "4.0.0-M1", "4.1.2",
			"4.2.0-M1", "5.0", "10.0.0", "next", "" })
	void letsSupportedAndUnknownVersionsPass(String version) {
		assertThatCode(() -> SpringBootVersionCheck.check(version)).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@ValueSource(strings = { "3.4.13", "3.4.0-SNAPSHOT", "3.4", "3.0.0", "2.7.18", "2.10.0", "1.5.22.RELEASE" })
	void stopsOlderVersions(String version) {
		assertThatExceptionOfType(UnsupportedSpringBootVersionException.class)
			.isThrownBy(() -> SpringBootVersionCheck.check(version))
			.withMessage(
					"Autometrics supports Spring Boot 3.5, 4.0, 4.1 and newer, and this is Spring Boot " + version);
	}

	@Test
	void saysWhatIsSupportedAndWhatToDo() {
		FailureAnalysis analysis = new UnsupportedSpringBootVersionFailureAnalyzer()
			.analyze(new UnsupportedSpringBootVersionException("3.4.13"));

		assertThat(analysis.getDescription()).isEqualTo("The application runs on Spring Boot 3.4.13. "
				+ "Autometrics supports Spring Boot 3.5, 4.0, 4.1 and newer.");
		assertThat(analysis.getAction()).isEqualTo("Upgrade to Spring Boot 3.5 or newer. Until then, set "
				+ "autometrics.enabled=false or remove autometrics-spring-boot-starter: the application starts then, "
				+ "and is not measured.");
	}

}
