package dev.autometrics.unsupported;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests that an application on too old a Spring Boot says so, and starts when told to do
 * without.
 */
@ExtendWith(OutputCaptureExtension.class)
class UnsupportedVersionTests {

	private static final String VERSION = System.getProperty("autometrics.compatibility.spring-boot");

	@Test
	void isToldAtTheStart(CapturedOutput output) {
		assertThatThrownBy(UnsupportedVersionTests::start).hasStackTraceContaining(
				"Autometrics supports Spring Boot 3.5, 4.0, 4.1 and newer, and this is Spring Boot " + VERSION);

		assertThat(output.getAll().replace("\r\n", "\n")).contains("""
				***************************
				APPLICATION FAILED TO START
				***************************

				Description:

				The application runs on Spring Boot %s. Autometrics supports Spring Boot 3.5, 4.0, 4.1 and newer.

				Action:

				Upgrade to Spring Boot 3.5 or newer. Until then, set autometrics.enabled=false or remove \
				autometrics-spring-boot-starter: the application starts then, and is not measured.
				""".formatted(VERSION));
	}

	@Test
	void doesNotMatterWhenMeasuringIsOff() {
		try (ConfigurableApplicationContext context = start("--autometrics.enabled=false")) {
			assertThat(context.getBeanDefinitionNames()).noneMatch((name) -> name.contains("autometrics"));
		}
	}

	private static ConfigurableApplicationContext start(String... arguments) {
		SpringApplication application = new SpringApplication(Application.class);
		application.setDefaultProperties(Map.of("server.address", "127.0.0.1", "server.port", "0",
				"spring.main.banner-mode", "off", "management.endpoints.web.exposure.include", "*"));
		return application.run(arguments);
	}

	@EnableAutoConfiguration
	static class Application {

	}

}
