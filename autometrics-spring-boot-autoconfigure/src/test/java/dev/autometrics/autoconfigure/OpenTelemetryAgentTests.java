package dev.autometrics.autoconfigure;

import dev.autometrics.problems.Problem;
import dev.autometrics.problems.Problems;
import io.opentelemetry.api.GlobalOpenTelemetry;
import net.bytebuddy.ByteBuddy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests whether the global OpenTelemetry is asked where OpenTelemetry's agent is. This
 * one does not answer in its place, so that there is one that records nothing once it has
 * been asked.
 */
class OpenTelemetryAgentTests {

	private final ApplicationContextRunner contexts = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AutometricsAutoConfiguration.class))
		.withPropertyValues("autometrics.tracker=opentelemetry");

	@BeforeEach
	@AfterEach
	void forgetTheGlobalOne() {
		GlobalOpenTelemetry.resetForTest();
	}

	@Test
	void globalOneIsAskedWhereThereIsAnAgent() {
		this.contexts.withClassLoader(withAgent())
			.run((context) -> assertThat(context.getBean(Problems.class).snapshot()).extracting(Problem::message)
				.contains("GlobalOpenTelemetry records no metrics, so nothing is recorded."));
	}

	@Test
	void globalOneIsNotAskedWhereTheAgentIsSwitchedOff() {
		this.contexts.withClassLoader(withAgent())
			.withSystemProperties(GlobalTelemetry.AGENT_SWITCH + "=false")
			.run((context) -> assertThat(context.getBean(Problems.class).snapshot()).extracting(Problem::message)
				.anyMatch((message) -> message.contains("nobody has set GlobalOpenTelemetry")));
	}

	private static ClassLoader withAgent() {
		return new ByteBuddy().subclass(Object.class)
			.name(GlobalTelemetry.AGENT)
			.make()
			.load(OpenTelemetryAgentTests.class.getClassLoader())
			.getLoaded()
			.getClassLoader();
	}

}
