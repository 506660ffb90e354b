package dev.autometrics.autoconfigure;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.autometrics.AutometricsTemplate;
import dev.autometrics.live.LiveFigures;
import dev.autometrics.model.FunctionId;
import dev.autometrics.problems.Problem;
import dev.autometrics.problems.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MeasurementStarter}: when there is something to record to.
 */
class MeasurementStarterTests {

	private static final Set<String> RECORDING = Set.of("autometricsCallRecorder", "autometricsMeasuredMethods",
			"autometricsLiveFigures", "autometricsBuildInfo", "autometricsTracker", "autometricsTemplate",
			"autometricsFiles");

	// The build of this module has properties of its own.
	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AutometricsAutoConfiguration.class))
		.withInitializer((context) -> context.getEnvironment()
			.getPropertySources()
			.remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME))
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new);

	@Test
	void applicationWithoutFunctionsHasNothingToRecordTo() {
		this.runner.withBean(Plain.class).run((context) -> {
			ConfigurableListableBeanFactory beanFactory = context.getBeanFactory();

			assertThat(beanFactory.getBeanDefinitionNames()).containsAll(RECORDING);
			assertThat(RECORDING).noneMatch(beanFactory::containsSingleton);
			assertThat(context.getBean(MeterRegistry.class).getMeters()).isEmpty();
		});
	}

	@Test
	void firstFunctionStartsToRecordWhenItTurnsUp() {
		this.runner.run((context) -> {
			context.getBean(AutometricsTemplate.class).function(Plain.class, "block").run(() -> {
			});

			assertThat(calls(context)).isOne();
			assertThat(context.getBean(MeterRegistry.class).find("build.info").gauge()).isNotNull();
		});
	}

	@Test
	void lazyBeanIsAtZeroBeforeItIsMade() {
		this.runner
			.withBean("lazy", Beans.Greeter.class, Beans.Greeter::new, (definition) -> definition.setLazyInit(true))
			.run((context) -> {
				assertThat(context.getBeanFactory().containsSingleton("lazy")).isFalse();
				assertThat(calls(context)).isZero();
			});
	}

	@Test
	void propertyStartsToRecordAtOnce() {
		this.runner.withPropertyValues("autometrics.version=7")
			.run((context) -> assertThat(
					context.getBean(MeterRegistry.class).get("build.info").tag("version", "7").gauge().value())
				.isOne());
	}

	@Test
	void figuresAreCountedOnlyWhereTheyCanBeSeen() {
		this.runner.run((context) -> assertThat(callsInMemory(context)).isZero());
		this.runner.withConfiguration(AutoConfigurations.of(AutometricsEndpointAutoConfiguration.class))
			.withPropertyValues("management.endpoints.web.exposure.include=autometrics")
			.run((context) -> assertThat(callsInMemory(context)).isOne());
		this.runner.withConfiguration(AutoConfigurations.of(AutometricsEndpointAutoConfiguration.class))
			.withPropertyValues("management.endpoints.jmx.exposure.include=autometrics",
					"management.endpoints.web.exposure.exclude=*", "spring.jmx.enabled=true",
					"spring.main.lazy-initialization=true")
			.run((context) -> assertThat(callsInMemory(context)).isOne());
	}

	@Test
	void whatGoesWrongLaterIsAProblemAndReachesNobody() {
		Set<String> broken = ConcurrentHashMap.newKeySet();
		this.runner.withBean("breaking", BeanPostProcessor.class, () -> new BreakingPostProcessor(broken))
			.run((context) -> {
				broken.add("autometricsTracker");

				assertThat(
						context.getBean(AutometricsTemplate.class).function(Plain.class, "block").call(() -> "value"))
					.isEqualTo("value");

				assertThat(context.getBean(Problems.class).snapshot()).extracting(Problem::place)
					.contains("start to record calls of");
			});
	}

	@Test
	void whatGoesWrongAtTheStartStopsIt() {
		this.runner.withBean(Beans.Greeter.class)
			.withBean("breaking", BeanPostProcessor.class,
					() -> new BreakingPostProcessor(Set.of("autometricsTracker")))
			.run((context) -> assertThat(context).hasFailed());
	}

	private static double calls(AssertableApplicationContext context) {
		return context.getBean(MeterRegistry.class).get("function.calls").tag("result", "ok").counter().count();
	}

	private static long callsInMemory(AssertableApplicationContext context) {
		context.getBean(AutometricsTemplate.class).function(Plain.class, "block").run(() -> {
		});
		return context.getBean(LiveFigures.class).of(new FunctionId(Plain.class.getName(), "block")).calls();
	}

	static class Plain {

	}

	private record BreakingPostProcessor(Set<String> broken) implements BeanPostProcessor {

		@Override
		public Object postProcessBeforeInitialization(Object bean, String beanName) {
			if (this.broken.contains(beanName)) {
				throw new IllegalStateException("Broken by a test");
			}
			return bean;
		}

	}

}
