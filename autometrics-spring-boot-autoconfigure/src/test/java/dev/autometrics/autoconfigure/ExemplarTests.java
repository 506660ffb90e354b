package dev.autometrics.autoconfigure;

import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.prometheus.metrics.tracer.common.SpanContext;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.metrics.MetricsAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.metrics.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for exemplars with nothing but the API of OpenTelemetry.
 */
class ExemplarTests {

	private static final String IDS = " " + TracedFunctions.TRACE + " " + TracedFunctions.SPAN;

	private static final List<String> EXEMPLARS = List.of("function_calls_total" + IDS,
			"function_calls_duration_seconds_bucket" + IDS, "function_calls_duration_seconds_count" + IDS);

	private final ApplicationContextRunner empty = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class,
				PrometheusMetricsExportAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class,
				AutometricsAutoConfiguration.class, AutometricsExemplarsAutoConfiguration.class));

	private final ApplicationContextRunner runner = this.empty.withBean(TracedFunctions.class);

	@Test
	void callNamesItsTrace() {
		this.runner.run((context) -> {
			TracedFunctions.inSpan(true, context.getBean(TracedFunctions.class)::now);

			assertThatExemplars(context, "now").containsExactlyInAnyOrderElementsOf(EXEMPLARS);
		});
	}

	@Test
	void futureThatIsCompletedInAnotherTraceNamesThatOfTheCall() {
		this.runner.run((context) -> {
			TracedFunctions functions = context.getBean(TracedFunctions.class);
			TracedFunctions.inSpan(true, functions::later);
			functions.answerElsewhere();

			assertThatExemplars(context, "later").containsExactlyInAnyOrderElementsOf(EXEMPLARS);
		});
	}

	@Test
	void monoNamesTheTraceItIsSubscribedToIn() {
		this.runner.run((context) -> {
			TracedFunctions functions = context.getBean(TracedFunctions.class);
			TracedFunctions.inSpan(true, functions.mono()::subscribe);
			functions.answerElsewhere();

			assertThatExemplars(context, "mono").containsExactlyInAnyOrderElementsOf(EXEMPLARS);
		});
	}

	@Test
	void callOutsideOfTracesNamesNone() {
		this.runner.run((context) -> {
			TracedFunctions functions = context.getBean(TracedFunctions.class);
			functions.now();
			functions.later();
			TracedFunctions.inSpan(false, functions.mono()::subscribe);
			functions.answerElsewhere();

			assertThat(List.of("now", "later", "mono"))
				.allSatisfy((function) -> assertThatExemplars(context, function).isEmpty());
		});
	}

	@Test
	void spanOfTheCallIsGoneOnceItIsRecorded() {
		this.runner.run((context) -> {
			TracedFunctions functions = context.getBean(TracedFunctions.class);
			TracedFunctions.inSpan(true, functions::later);
			functions.answerHere();
			functions.now();

			assertThatExemplars(context, "later").hasSize(3);
			assertThatExemplars(context, "now").isEmpty();
		});
	}

	@Test
	void otherMetricsHaveExemplarsToo() {
		this.runner.run((context) -> {
			Counter counter = Counter.builder("orders")
				.tag("function", "other")
				.register(context.getBean(MeterRegistry.class));
			TracedFunctions.inSpan(true, counter::increment);

			assertThatExemplars(context, "other").containsExactly("orders_total" + IDS);
		});
	}

	@Test
	void propertySwitchesOffThoseOfFunctions() {
		this.runner.withPropertyValues("autometrics.exemplars.enabled=false").run((context) -> {
			callAll(context);

			assertThat(context).doesNotHaveBean(SpanContext.class);
			assertThat(List.of("now", "later", "mono"))
				.allSatisfy((function) -> assertThatExemplars(context, function).isEmpty());
		});
	}

	@Test
	void propertyLeavesThoseOfOtherMetricsAlone() {
		this.runner.withPropertyValues("autometrics.exemplars.enabled=false")
			.withBean(SpanContext.class, dev.autometrics.instrument.ExemplarOpenTelemetry::new)
			.run((context) -> {
				callAll(context);
				Counter counter = Counter.builder("orders")
					.tag("function", "other")
					.register(context.getBean(MeterRegistry.class));
				TracedFunctions.inSpan(true, counter::increment);

				assertThat(List.of("now", "later", "mono"))
					.allSatisfy((function) -> assertThatExemplars(context, function).isEmpty());
				assertThatExemplars(context, "other").hasSize(1);
			});
	}

	private static void callAll(ApplicationContext context) {
		TracedFunctions functions = context.getBean(TracedFunctions.class);
		TracedFunctions.inSpan(true, () -> {
			functions.now();
			functions.later();
			functions.mono().subscribe();
		});
		functions.answerElsewhere();
	}

	@Test
	void variableSwitchesThemOff() {
		this.runner.withInitializer((context) -> setVariable(context.getEnvironment(), "false"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(SpanContext.class));
	}

	@Test
	void emptyVariableSaysNothing() {
		this.runner.withInitializer((context) -> setVariable(context.getEnvironment(), ""))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(SpanContext.class));
	}

	@Test
	void propertyBeatsTheVariable() {
		this.runner.withInitializer((context) -> setVariable(context.getEnvironment(), "true"))
			.withPropertyValues("autometrics.exemplars.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(SpanContext.class));
	}

	@Test
	void variableThatIsNoSwitchStopsTheStart() {
		this.runner.withInitializer((context) -> setVariable(context.getEnvironment(), "sometimes"))
			.run((context) -> assertThat(NestedExceptionUtils.getMostSpecificCause(context.getStartupFailure()))
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessage("Property AUTOMETRICS_EXEMPLARS with value 'sometimes' is invalid: "
						+ "It has to be 'true' or 'false'."));
	}

	private static void setVariable(ConfigurableEnvironment environment, String value) {
		String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
		environment.getPropertySources()
			.replace(name, new SystemEnvironmentPropertySource(name, Map.of("AUTOMETRICS_EXEMPLARS", value)));
	}

	@Test
	void springBootsSwitchIsObeyed() {
		this.runner.withPropertyValues("management.tracing.exemplars.include=none")
			.run((context) -> assertThat(context).doesNotHaveBean(SpanContext.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "io.opentelemetry", "io.prometheus.metrics.tracer" })
	void librariesNeedNotBeThere(String missing) {
		this.empty.withClassLoader(new FilteredClassLoader(missing))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("autometricsSpanContext"));
	}

	@Test
	void spansThatCannotBeToldDoNotBreakTheCall() {
		this.runner.withBean(SpanContext.class, FailingSpanContext::new).run((context) -> {
			TracedFunctions functions = context.getBean(TracedFunctions.class);

			assertThat(functions.later()).isNotDone();
			functions.answerHere();
			assertThat(functions.later()).isDone();
		});
	}

	private static ListAssert<String> assertThatExemplars(ApplicationContext context, String function) {
		return Assertions.assertThat(TracedFunctions.exemplars(context.getBean(MeterRegistry.class), function));
	}

	/**
	 * A context without a tracer.
	 */
	private static final class FailingSpanContext implements SpanContext {

		@Override
		public String getCurrentTraceId() {
			throw new IllegalStateException("no tracer");
		}

		@Override
		public String getCurrentSpanId() {
			throw new IllegalStateException("no tracer");
		}

		@Override
		public boolean isCurrentSpanSampled() {
			throw new IllegalStateException("no tracer");
		}

		@Override
		public void markCurrentSpanAsExemplar() {
			throw new IllegalStateException("no tracer");
		}

	}

}
