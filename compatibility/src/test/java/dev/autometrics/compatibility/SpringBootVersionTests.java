package dev.autometrics.compatibility;

import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringBootVersion;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the other tests run on the line that their module is for.
 */
class SpringBootVersionTests {

	@Test
	void isThatOfTheModule() {
		assertThat(SpringBootVersion.getVersion())
			.isEqualTo(System.getProperty("autometrics.compatibility.spring-boot"));
	}

}
