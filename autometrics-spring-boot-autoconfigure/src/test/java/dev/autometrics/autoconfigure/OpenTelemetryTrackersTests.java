package dev.autometrics.autoconfigure;

import java.util.Map;

import dev.autometrics.Autometrics;
import dev.autometrics.instrument.MicrometerTracker;
import dev.autometrics.instrument.OpenTelemetryTracker;
import dev.autometrics.instrument.Tracker;
import dev.autometrics.interceptor.AutometricsAdvisor;
import dev.autometrics.problems.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for the choice of the tracker, and for {@link OpenTelemetryTrackers}.
 */
class OpenTelemetryTrackersTests {

	private static final String OPENTELEMETRY = "autometrics.tracker=opentelemetry";

	private final InMemoryMetricReader reader = InMemoryMetricReader.create();

	private final OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
		.setMeterProvider(SdkMeterProvider.builder().registerMetricReader(this.reader).build())
		.build();

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final ApplicationContextRunner contexts = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(AutometricsAutoConfiguration.class, AutometricsEndpointAutoConfiguration.class))
		.withBean(Greeter.class);

	@BeforeEach
	@AfterEach
	void forgetTheGlobalOne() {
		GlobalOpenTelemetry.resetForTest();
	}

	@AfterEach
	void close() {
		this.sdk.close();
	}

	@Test
	void recordsWithTheBeanAndNotWithMicrometer() {
		this.contexts.withPropertyValues(OPENTELEMETRY)
			.withBean(OpenTelemetry.class, () -> this.sdk)
			.withBean(MeterRegistry.class, () -> this.registry)
			.run((context) -> {
				context.getBean(Greeter.class).greet();

				assertThat(calls()).isOne();
				assertThat(this.registry.getMeters()).isEmpty();
				assertThat(context).doesNotHaveBean(MeterFilter.class).hasSingleBean(Tracker.class);
				assertThat(context.getBean(Problems.class).snapshot()).noneMatch(OpenTelemetryTrackersTests::isOurs);
			});
	}

	@Test
	void recordsWithMicrometerUnlessToldOtherwise() {
		this.contexts.withBean(OpenTelemetry.class, () -> this.sdk)
			.withBean(MeterRegistry.class, () -> this.registry)
			.run((context) -> {
				context.getBean(Greeter.class).greet();

				assertThat(this.registry.get("function.calls").tag("result", "ok").counter().count()).isOne();
				assertThat(this.reader.collectAllMetrics()).isEmpty();
			});
	}

	@Test
	void recordsWithTheGlobalOneWhereThereIsNoBean() {
		GlobalOpenTelemetry.set(this.sdk);

		this.contexts.withPropertyValues(OPENTELEMETRY).run((context) -> {
			context.getBean(Greeter.class).greet();

			assertThat(calls()).isOne();
		});
	}

	@Test
	void leavesTheGlobalOneToTheApplication() {
		this.contexts.withPropertyValues(OPENTELEMETRY).run((context) -> {
			assertThat(context.getBean(Greeter.class).greet()).isEqualTo("Hello");
			assertThat(problem(context.getBean(Problems.class)))
				.contains("There is no bean of that type, and nobody has set GlobalOpenTelemetry");
			assertThatNoException().isThrownBy(() -> GlobalOpenTelemetry.set(this.sdk));
		});
	}

	@Test
	void beanThatRecordsNothingIsAProblem() {
		this.contexts.withPropertyValues(OPENTELEMETRY)
			.withBean(OpenTelemetry.class, () -> OpenTelemetrySdk.builder().build())
			.run((context) -> assertThat(problem(context.getBean(Problems.class)))
				.contains("The bean records no metrics, so nothing is recorded.", "SdkMeterProvider"));
	}

	@Test
	void oneOfTwoBeansHasToBePrimary() {
		withTwoBeans(false).run((context) -> assertThat(problem(context.getBean(Problems.class)))
			.contains("There are 2 beans of that type, and none is primary", "@Primary"));
	}

	@Test
	void recordsWithThePrimaryBean() {
		withTwoBeans(true).run((context) -> {
			context.getBean(Greeter.class).greet();

			assertThat(calls()).isOne();
		});
	}

	private ApplicationContextRunner withTwoBeans(boolean primary) {
		return this.contexts.withPropertyValues(OPENTELEMETRY)
			.withBean("first", OpenTelemetry.class, OpenTelemetry::noop)
			.withBean("second", OpenTelemetry.class, () -> this.sdk,
					(BeanDefinition definition) -> definition.setPrimary(primary));
	}

	@Test
	void worksWithoutMicrometer() {
		this.contexts.withPropertyValues(OPENTELEMETRY)
			.withClassLoader(new FilteredClassLoader("io.micrometer"))
			.withBean(OpenTelemetry.class, () -> this.sdk)
			.run((context) -> {
				context.getBean(Greeter.class).greet();
				assertThat(calls()).isOne();
			});
	}

	@Test
	void missingApiStopsTheStart() {
		this.contexts.withPropertyValues(OPENTELEMETRY)
			.withClassLoader(new FilteredClassLoader("io.opentelemetry"))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, (failure) -> {
					assertThat(failure.getName()).isEqualTo("autometrics.tracker");
					assertThat(failure.getReason()).contains("io.opentelemetry:opentelemetry-api");
				}));
	}

	@Test
	void missingApiIsNoMatterForMicrometer() {
		this.contexts.withClassLoader(new FilteredClassLoader("io.opentelemetry"))
			.withBean(MeterRegistry.class, () -> this.registry)
			.run((context) -> assertThat(context.getBean(Tracker.class)).isInstanceOf(MicrometerTracker.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "opentelemetry", "OPEN_TELEMETRY", "open-telemetry", "OpenTelemetry" })
	void variableChoosesOpenTelemetry(String value) {
		withVariable(value)
			.run((context) -> assertThat(context.getBean(Tracker.class)).isInstanceOf(OpenTelemetryTracker.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "prometheus", "PROMETHEUS", "micrometer", "" })
	void variableChoosesMicrometer(String value) {
		withVariable(value)
			.run((context) -> assertThat(context.getBean(Tracker.class)).isInstanceOf(MicrometerTracker.class));
	}

	@Test
	void propertyBeatsTheVariable() {
		withVariable("prometheus").withPropertyValues(OPENTELEMETRY)
			.run((context) -> assertThat(context.getBean(Tracker.class)).isInstanceOf(OpenTelemetryTracker.class));
	}

	@ParameterizedTest
	@CsvSource({ "autometrics.tracker, statsd, ''", "AUTOMETRICS_TRACKER, '', statsd" })
	void unknownTrackerStopsTheStart(String name, String property, String variable) {
		ApplicationContextRunner runner = property.isEmpty() ? withVariable(variable)
				: this.contexts.withPropertyValues(name + "=" + property);

		runner.run((context) -> assertThat(context).getFailure()
			.rootCause()
			.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, (failure) -> {
				assertThat(failure.getName()).isEqualTo(name);
				assertThat(failure.getValue()).isEqualTo("statsd");
				assertThat(failure.getReason()).contains("'micrometer'", "'opentelemetry'");
			}));
	}

	@Test
	void unknownTrackerIsNoMatterWhereNothingIsMeasured() {
		this.contexts.withPropertyValues("autometrics.tracker=statsd", "autometrics.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(AutometricsAdvisor.class));
	}

	private ApplicationContextRunner withVariable(String value) {
		String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
		return this.contexts.withBean(OpenTelemetry.class, () -> this.sdk)
			.withBean(MeterRegistry.class, () -> this.registry)
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.replace(name, new SystemEnvironmentPropertySource(name, Map.of("AUTOMETRICS_TRACKER", value))));
	}

	private long calls() {
		return this.reader.collectAllMetrics()
			.stream()
			.filter((metric) -> metric.getName().equals("function.calls"))
			.flatMap((metric) -> metric.getLongSumData().getPoints().stream())
			.mapToLong((point) -> point.getValue())
			.sum();
	}

	private static String problem(Problems problems) {
		return problems.snapshot()
			.stream()
			.map(Object::toString)
			.filter(OpenTelemetryTrackersTests::isOurs)
			.findFirst()
			.orElse("");
	}

	private static boolean isOurs(Object problem) {
		return problem.toString().contains("AM-131 OpenTelemetry");
	}

	/**
	 * A bean that is measured, also where its proxy has another class loader.
	 */
	public static class Greeter {

		@Autometrics
		public String greet() {
			return "Hello";
		}

	}

}
