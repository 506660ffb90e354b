package dev.autometrics.autoconfigure;

import dev.autometrics.Autometrics;
import dev.autometrics.Objective;
import dev.autometrics.actuate.endpoint.AutometricsEndpoint;
import dev.autometrics.actuate.endpoint.FunctionDescriptor;
import dev.autometrics.dashboards.Dashboards;
import dev.autometrics.rules.RuleFile;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SelectorSetting}, and of what becomes of the conditions.
 */
@ExtendWith(OutputCaptureExtension.class)
class SelectorSettingTests {

	private static final String PROPERTY = "autometrics.labels.selector";

	private static final String WRITTEN = "service_name=\"shop\",cluster=~\"eu-.*\",namespace=\"prod\"";

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(AutometricsAutoConfiguration.class, AutometricsEndpointAutoConfiguration.class))
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
		.withBean(Greeter.class)
		.withBean(Objective.class, () -> Objective.ofSuccessRate("api", 99))
		.withPropertyValues("management.endpoints.web.exposure.include=autometrics", "autometrics.service-name=shop");

	@Test
	void queriesLinksRulesAndDashboardsHaveTheConditions() {
		this.runner.withPropertyValues(PROPERTY + "={namespace='prod', cluster=~'eu-.*'}").run((context) -> {
			FunctionDescriptor function = context.getBean(AutometricsEndpoint.class).application().functions().get(0);

			assertThat(function.queries()).isNotEmpty().allMatch((query) -> query.promql().contains(WRITTEN));
			assertThat(function.links().values()).isNotEmpty()
				.allMatch((link) -> link.contains("cluster%3D%7E%22eu-.*%22%2Cnamespace%3D%22prod%22"));
			assertThat(function.labels()).containsEntry("namespace", "prod").doesNotContainKey("cluster");
			assertThat(context.getBean(RuleFile.class).toYaml()).contains(WRITTEN, "namespace: prod");
			assertThat(context.getBean(Dashboards.class).json("overview")).contains(WRITTEN.replace("\"", "\\\""));
		});
	}

	@Test
	void nothingIsAddedByDefault() {
		this.runner.run((context) -> assertThat(
				context.getBean(AutometricsEndpoint.class).application().functions().get(0).queries().get(0).promql())
			.contains("service_name=\"shop\"}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "prod", "namespace=prod", "function=\"greet\"", "zone=~\"(\"", "a=\"b\",a=\"c\"" })
	void whatIsNoSelectorStopsTheStart(String selector) {
		this.runner.withPropertyValues(PROPERTY + "=" + selector, "management.endpoints.web.exposure.include=health")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, (exception) -> {
					assertThat(exception.getName()).isEqualTo(PROPERTY);
					assertThat(exception.getValue()).isEqualTo(selector);
				}));
	}

	@Test
	void failureSaysWhereItIsWrongAndHowItIsRight(CapturedOutput output) {
		SpringApplication application = new SpringApplication(AutometricsAutoConfiguration.class);
		application.setWebApplicationType(WebApplicationType.NONE);

		assertThatExceptionOfType(Exception.class)
			.isThrownBy(() -> application.run("--" + PROPERTY + "=namespace=prod,cluster=~\"eu-.*\"").close());

		assertThat(output).contains("APPLICATION FAILED TO START", "namespace=prod,cluster=~\"eu-.*\"",
				"'" + PROPERTY + "'", "Character 11: a value in quotes is expected, but 'p' was found.",
				"such as 'namespace=\"prod\",cluster=~\"eu-.*\"'");
	}

	static class Greeter {

		@Autometrics
		String greet() {
			return "hello";
		}

	}

}
