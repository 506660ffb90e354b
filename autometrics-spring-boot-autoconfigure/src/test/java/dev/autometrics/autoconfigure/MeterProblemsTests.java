package dev.autometrics.autoconfigure;

import java.util.concurrent.TimeUnit;

import dev.autometrics.problems.Problem;
import dev.autometrics.problems.ProblemCode;
import dev.autometrics.problems.Severity;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the problems that a registry has with meters.
 */
class MeterProblemsTests {

	@Test
	void am103MeterRejected() {
		FoundProblems.runner((registry) -> Counter.builder("function.calls").tag("other", "").register(registry))
			.withBean(Beans.Greeter.class)
			.run((context) -> FoundProblems.assertThatProblems(context).singleElement().satisfies((problem) -> {
				assertThat(problem.code()).isEqualTo(ProblemCode.METER_REJECTED);
				assertThat(problem.place()).isEqualTo("function_calls_total");
				assertThat(problem.message()).startsWith("The registry refuses MeterId{name='function.calls', tags=[")
					.contains("Prometheus requires that all meters with the same name have the same set of tag keys");
				assertThat(problem.fix())
					.isEqualTo("Rename the other meter of this name, or give it the same label names.");
			}));
	}

	@Test
	void am110MeterDenied() {
		FoundProblems.runner((registry) -> registry.config().meterFilter(MeterFilter.denyNameStartsWith("function")))
			.withBean(Beans.Greeter.class)
			.run((context) -> FoundProblems.assertThatProblems(context)
				.allSatisfy((problem) -> assertDenied(problem, "PrometheusMeterRegistry"))
				.extracting(Problem::code, Problem::severity, Problem::place)
				.containsExactly(
						Tuple.tuple(ProblemCode.METER_DENIED, Severity.INFO, "function_calls_duration_seconds"),
						Tuple.tuple(ProblemCode.METER_DENIED, Severity.INFO, "function_calls_total")));
	}

	@Test
	void am110MeterDeniedByOneOfTwoRegistries() {
		FoundProblems.runner((registry) -> {
		}).withBean("simple", MeterRegistry.class, () -> {
			MeterRegistry registry = new SimpleMeterRegistry();
			registry.config().meterFilter(MeterFilter.denyNameStartsWith("function.calls.duration"));
			return registry;
		})
			.withBean(Beans.Greeter.class)
			.run((context) -> FoundProblems.assertThatProblems(context)
				.singleElement()
				.satisfies((problem) -> assertDenied(problem, "SimpleMeterRegistry")));
	}

	private static void assertDenied(Problem problem, String registry) {
		assertThat(problem.message()).startsWith("A MeterFilter denies it in " + registry + ", at least MeterId{");
		assertThat(problem.fix())
			.isEqualTo("If that is not meant, look at management.metrics.enable.* and at beans of type MeterFilter.");
	}

	@Test
	void am111OtherBuildInfo() {
		FoundProblems.runner((registry) -> Gauge.builder("build.info", () -> 1).tag("version", "7").register(registry))
			.withBean(Beans.Greeter.class)
			.run((context) -> FoundProblems.assertThatProblems(context).singleElement().satisfies((problem) -> {
				assertThat(problem.code()).isEqualTo(ProblemCode.OTHER_BUILD_INFO);
				assertThat(problem.place()).isEqualTo("build_info");
				assertThat(problem.message()).startsWith("There is another meter of this name: ");
				assertThat(problem.fix())
					.isEqualTo("Rename it. Queries by version and commit need one build_info per instance.");
			}));
	}

	@Test
	void am112BucketsReplaced() {
		MeterFilter replacing = new MeterFilter() {

			@Override
			public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
				return DistributionStatisticConfig.builder().serviceLevelObjectives(1e8, 3e8).build().merge(config);
			}

		};
		FoundProblems.runner((registry) -> registry.config().meterFilter(replacing))
			.withPropertyValues("autometrics.buckets=50ms,100ms,500ms")
			.withBean(Beans.Greeter.class)
			.run((context) -> FoundProblems.assertThatProblems(context).singleElement().satisfies((problem) -> {
				assertThat(problem.code()).isEqualTo(ProblemCode.BUCKETS_REPLACED);
				assertThat(problem.place()).isEqualTo("function_calls_duration_seconds");
				assertThat(problem.message())
					.startsWith("Its histogram has no bucket for [50, 500] ms, at least MeterId{");
			}));
	}

	@Test
	void am113OtlpInMilliseconds() {
		FoundProblems.runner((registry) -> {
		})
			.withBean("otlp", MeterRegistry.class, OtlpLikeRegistry::new)
			.withBean(Beans.Greeter.class)
			.run((context) -> FoundProblems.assertThatProblems(context)
				.containsExactly(new Problem(ProblemCode.OTLP_IN_MILLISECONDS, "function.calls.duration",
						"Over OTLP it is published in milliseconds, while queries and objectives expect seconds.",
						"Set management.otlp.metrics.export.base-time-unit=seconds, which is for all timers.")));
	}

	@Test
	void am115NoRegistry() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(AutometricsAutoConfiguration.class))
			.run((context) -> FoundProblems.assertThatProblems(context)
				.containsExactly(new Problem(ProblemCode.NO_REGISTRY, "MeterRegistry",
						"The application has none, so nothing is recorded.",
						"Add spring-boot-starter-actuator and a registry such as micrometer-registry-prometheus.")));
	}

	/**
	 * A registry that publishes over OTLP as Micrometer's does by default.
	 */
	private static final class OtlpLikeRegistry extends SimpleMeterRegistry {

		OtlpLikeRegistry() {
			super(SimpleConfig.DEFAULT, Clock.SYSTEM);
		}

		@Override
		protected TimeUnit getBaseTimeUnit() {
			return TimeUnit.MILLISECONDS;
		}

	}

}
