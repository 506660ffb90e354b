package dev.autometrics.autoconfigure;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

import dev.autometrics.interceptor.AutometricsAdvisor;
import dev.autometrics.interceptor.InstrumentedFunctionSource;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.ResultSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AutometricsAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class AutometricsAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AutometricsAutoConfiguration.class, AopAutoConfiguration.class))
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
		.withBean("greeter", Beans.Greeter.class);

	@Test
	void measuresAnnotatedBeans(CapturedOutput output) {
		this.runner.run((context) -> {
			assertThat(calls(context, "greet", "ok")).isZero();
			assertThat(calls(context, "greet", "error")).isZero();

			context.getBean(Beans.Greeter.class).greet();

			assertThat(calls(context, "greet", "ok")).isOne();
			assertThat(output).contains("Measuring 1 function of 1 bean with 0 objectives. ");
		});
	}

	@Test
	void leavesNoBeanWhenDisabled() {
		this.runner.withPropertyValues("autometrics.enabled=false").run((context) -> {
			assertThat(context.getBeanDefinitionNames()).noneMatch((name) -> name.contains("autometrics"));
			assertThat(context.getBean(Beans.Greeter.class).getClass()).isEqualTo(Beans.Greeter.class);
		});
	}

	@Test
	void backsOffWithoutMicrometer() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(AutometricsAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(AutometricsAdvisor.class));
	}

	@Test
	void applicationWithoutRegistryWorksAndIsTold(CapturedOutput output) {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(AutometricsAutoConfiguration.class))
			.withBean(Beans.Greeter.class)
			.run((context) -> {
				assertThat(context.getBean(Beans.Greeter.class).greet()).isEqualTo("Hello");
				assertThat(output).contains("AM-115 MeterRegistry: The application has none, so nothing is recorded.");
			});
	}

	@Test
	void functionSourceOfTheApplicationReplacesOurs() {
		this.runner.withBean(InstrumentedFunctionSource.class, OneFunctionSource::new).run((context) -> {
			context.getBean(Beans.Greeter.class).greet();

			assertThat(calls(context, "custom", "ok")).isOne();
		});
	}

	@Test
	void adviceIsOutsideOfOthersByDefaultAndItsOrderCanBeSet() {
		this.runner.run((context) -> assertThat(context.getBean(AutometricsAdvisor.class).getOrder()).isZero());
		this.runner.withPropertyValues("autometrics.order=42")
			.run((context) -> assertThat(context.getBean(AutometricsAdvisor.class).getOrder()).isEqualTo(42));
	}

	@Test
	void bucketsAreThoseOfTheSpecification() {
		this.runner.run((context) -> assertThat(buckets(context)).containsExactly(0.005, 0.01, 0.025, 0.05, 0.075, 0.1,
				0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0));
	}

	@Test
	void bucketsCanBeReplaced() {
		this.runner.withPropertyValues("autometrics.buckets=2s,100ms,100ms")
			.run((context) -> assertThat(buckets(context)).containsExactly(0.1, 2.0));
	}

	@ParameterizedTest
	@CsvSource({ "0ms", "-5ms", "''" })
	void bucketThatIsNoneStopsTheStart(String bucket) {
		this.runner.withPropertyValues("autometrics.buckets=" + bucket)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("autometrics.buckets"));
	}

	@Test
	void callersCanBeLeftOut() {
		this.runner.withBean(Beans.Outer.class).run((context) -> {
			context.getBean(Beans.Outer.class).delegate();
			assertThat(callers(context, "greet")).containsExactlyInAnyOrder("", "delegate");
		});
		this.runner.withBean(Beans.Outer.class)
			.withPropertyValues("autometrics.callers.enabled=false")
			.run((context) -> {
				context.getBean(Beans.Outer.class).delegate();
				assertThat(callers(context, "greet")).containsExactly("");
			});
	}

	@Test
	void functionLabelCanHaveTheType() {
		this.runner.withPropertyValues("autometrics.labels.function=type-and-method")
			.run((context) -> assertThat(calls(context, "Beans$Greeter.greet", "ok")).isZero());
	}

	@Test
	void concurrencyCanBePublishedForAll() {
		this.runner.run(
				(context) -> assertThat(context.getBean(MeterRegistry.class).find("function.calls.concurrent").gauges())
					.isEmpty());
		this.runner.withPropertyValues("autometrics.track-concurrency=true")
			.run((context) -> assertThat(
					context.getBean(MeterRegistry.class).find("function.calls.concurrent").gauges())
				.hasSize(1));
	}

	@Test
	void worksWhenSpringBootsAopIsSwitchedOff() {
		this.runner.withPropertyValues("spring.aop.auto=false").run((context) -> {
			context.getBean(Beans.Greeter.class).greet();
			assertThat(calls(context, "greet", "ok")).isOne();
		});
	}

	@Test
	void usesJdkProxiesWhereTheApplicationDoes() {
		this.runner.withPropertyValues("spring.aop.proxy-target-class=false")
			.withBean(Beans.FinalRenderer.class)
			.run((context) -> {
				Beans.Renderer renderer = context.getBean(Beans.Renderer.class);
				renderer.render();

				assertThat(Proxy.isProxyClass(renderer.getClass())).isTrue();
				assertThat(calls(context, "render", "ok")).isOne();
			});
	}

	@Test
	void classesThatCannotBeSubclassedDoNotBreakTheContext(CapturedOutput output) {
		this.runner.withBean(Beans.FinalRenderer.class)
			.withBean(Beans.RecordRenderer.class)
			.withBean(Beans.SealedRenderer.class, Beans.LeafRenderer::new)
			.withBean(Beans.HiddenRenderer.class, Beans.HiddenRenderer::create)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBeansOfType(Beans.Renderer.class).values())
					.allMatch((renderer) -> "rendered".equals(renderer.render()));
				assertThat(output).contains("Beans$FinalRenderer: It is final", "Beans$RecordRenderer: It is final",
						"Beans$HiddenRenderer: It has private constructors only");
			});
	}

	@Test
	void lazyAndPrototypeBeansAreKnownBeforeTheyExist() {
		this.runner.withUserConfiguration(Beans.Deferred.class).run((context) -> {
			assertThat(calls(context, "lazily", "ok")).isZero();
			assertThat(calls(context, "copied", "ok")).isZero();
			assertThat(context.getBean(Beans.Created.class).count()).isZero();

			context.getBean(Beans.Copied.class).copied();
			context.getBean(Beans.Copied.class).copied();
			assertThat(calls(context, "copied", "ok")).isEqualTo(2);
		});
	}

	@Test
	void beanWhoseClassIsUnknownIsKnownWhenItIsCreated() {
		this.runner.withUserConfiguration(Beans.DeferredInterface.class).run((context) -> {
			assertThat(context.getBean(MeterRegistry.class).find("function.calls").tag("function", "render").counter())
				.isNull();

			context.getBean("lazyRenderer");

			assertThat(calls(context, "render", "ok")).isZero();
		});
	}

	@Test
	void callsDuringTheStartAreRecorded() {
		this.runner.withBean(Beans.EagerCaller.class)
			.run((context) -> assertThat(calls(context, "greet", "ok")).isEqualTo(3));
	}

	private static double calls(ApplicationContext context, String function, String result) {
		return context.getBean(MeterRegistry.class)
			.get("function.calls")
			.tags("function", function, "result", result, "caller.function", "")
			.counter()
			.count();
	}

	private static List<String> callers(ApplicationContext context, String function) {
		return context.getBean(MeterRegistry.class)
			.get("function.calls")
			.tags("function", function, "result", "ok")
			.counters()
			.stream()
			.map((counter) -> counter.getId().getTag("caller.function"))
			.toList();
	}

	private static List<Double> buckets(ApplicationContext context) {
		Timer timer = context.getBean(MeterRegistry.class).get("function.calls.duration").timer();
		return List.of(timer.takeSnapshot().histogramCounts())
			.stream()
			.map((CountAtBucket bucket) -> Duration.ofNanos((long) bucket.bucket()).toNanos() / 1e9)
			.toList();
	}

	/**
	 * Knows one method under a name of its own.
	 */
	static class OneFunctionSource implements InstrumentedFunctionSource {

		private final InstrumentedFunction function = new InstrumentedFunction(new FunctionId("module", "custom"),
				"greet()", null, false, ResultSettings.DEFAULT, Collections.emptySortedSet());

		@Override
		public InstrumentedFunction getFunction(Method method, Class<?> targetClass) {
			return "greet".equals(method.getName()) ? this.function : null;
		}

		@Override
		public Collection<InstrumentedFunction> getFunctions(Class<?> targetClass) {
			return (ClassUtils.getUserClass(targetClass) == Beans.Greeter.class) ? List.of(this.function) : List.of();
		}

	}

}
