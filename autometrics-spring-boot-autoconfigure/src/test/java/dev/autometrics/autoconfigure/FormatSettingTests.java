package dev.autometrics.autoconfigure;

import dev.autometrics.Autometrics;
import dev.autometrics.actuate.endpoint.AutometricsEndpoint;
import dev.autometrics.actuate.endpoint.FunctionDescriptor;
import dev.autometrics.model.BuildInfo;
import dev.autometrics.model.MetricsFormat;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FormatSetting}, and of what becomes of the form.
 */
class FormatSettingTests {

	private static final String PROPERTY = "autometrics.metrics-format";

	private static final String OLDER = PROPERTY + "=0.5";

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(AutometricsAutoConfiguration.class, AutometricsEndpointAutoConfiguration.class))
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
		.withBean(Greeter.class)
		.withPropertyValues("management.endpoints.web.exposure.include=autometrics");

	@Test
	void formIsThatOfTheSpecificationByDefault() {
		this.runner
			.run((context) -> assertThat(context.getBean(BuildInfo.class).format()).isEqualTo(MetricsFormat.V1_0_0));
	}

	@Test
	void formCanBeOlder() {
		this.runner.withPropertyValues(OLDER)
			.run((context) -> assertThat(context.getBean(BuildInfo.class).format()).isEqualTo(MetricsFormat.V0_5));
	}

	@Test
	void olderQueriesHaveTheConditions() {
		this.runner.withPropertyValues(OLDER, "autometrics.labels.selector=job='shop'").run((context) -> {
			FunctionDescriptor function = context.getBean(AutometricsEndpoint.class).application().functions().get(0);

			assertThat(function.queries()).hasSize(3)
				.allMatch((query) -> query.promql().contains("build_info{job=\"shop\"}")
						&& query.promql().contains(",job=\"shop\""));
			assertThat(function.labels()).containsEntry("job", "shop").doesNotContainKey("service_name");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "0.6", "1.0", "v0.5" })
	void otherFormsStopTheStart(String value) {
		this.runner.withPropertyValues(PROPERTY + "=" + value)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, (failure) -> {
					assertThat(failure.getName()).isEqualTo(PROPERTY);
					assertThat(failure.getValue()).isEqualTo(value);
					assertThat(failure.getReason()).contains("There is no such form", "'1.0.0' and '0.5'");
				}));
	}

	@Test
	void thereAreNoFilesOfTheOlderForm() {
		this.runner.withPropertyValues(OLDER, "autometrics.export.directory=files")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, (failure) -> {
					assertThat(failure.getName()).isEqualTo("autometrics.export.directory");
					assertThat(failure.getValue()).isEqualTo("files");
					assertThat(failure.getReason()).contains("the metrics of the specification only", PROPERTY);
				}));
	}

	/**
	 * A bean that is measured.
	 */
	public static class Greeter {

		@Autometrics
		public String greet() {
			return "Hello";
		}

	}

}
