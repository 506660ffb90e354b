package dev.autometrics.autoconfigure;

import org.junit.jupiter.api.Test;

import org.springframework.core.type.AnnotationMetadata;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConfigurationSelector}.
 */
class ConfigurationSelectorTests {

	private static final String[] OF_PROPERTIES = { PropertiesConfiguration.class.getName(),
			AspectJConfiguration.class.getName(), HttpStatusConfiguration.class.getName(),
			CallerPropagationConfiguration.class.getName() };

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void applicationWithoutPropertiesGetsWhatRecordsAlone() {
		this.environment.setProperty("management.endpoints.web.exposure.include", "*");

		assertThat(selected()).containsExactly(MicrometerConfiguration.class.getName());
	}

	@Test
	void anyPropertyBringsWhatPropertiesAskFor() {
		this.environment.setProperty("autometrics.version", "7");

		assertThat(selected()).contains(MicrometerConfiguration.class.getName()).contains(OF_PROPERTIES).hasSize(5);
	}

	@Test
	void openTelemetryNeedsNoMicrometer() {
		this.environment.setProperty("autometrics.tracker", "opentelemetry");

		assertThat(selected()).containsExactlyInAnyOrder(OF_PROPERTIES);
	}

	private String[] selected() {
		return new ConfigurationSelector(this.environment)
			.selectImports(AnnotationMetadata.introspect(AutometricsAutoConfiguration.class));
	}

}
