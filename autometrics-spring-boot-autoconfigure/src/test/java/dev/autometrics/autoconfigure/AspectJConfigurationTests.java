package dev.autometrics.autoconfigure;

import java.lang.reflect.Proxy;

import dev.autometrics.Autometrics;
import dev.autometrics.interceptor.AutometricsAdvisor;
import dev.autometrics.interceptor.WovenFunctions;
import dev.autometrics.model.FunctionCatalog;
import dev.autometrics.problems.Problem;
import dev.autometrics.problems.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.aspectj.lang.ProceedingJoinPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aop.config.AopConfigUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AspectJConfiguration}, in classes that are not woven.
 */
@ExtendWith(OutputCaptureExtension.class)
class AspectJConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AutometricsAutoConfiguration.class))
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
		.withBean("greeter", Beans.Greeter.class);

	@Test
	void isOffUnlessAskedFor() {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(AutometricsAdvisor.class).doesNotHaveBean(WovenFunctions.class);
			assertThat(AopUtils.isAopProxy(context.getBean("greeter"))).isTrue();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "aspectj", "AspectJ", "aspect-j" })
	void makesNoProxies(String mode, CapturedOutput output) {
		this.runner.withPropertyValues("autometrics.mode=" + mode).run((context) -> {
			assertThat(context).hasSingleBean(WovenFunctions.class)
				.doesNotHaveBean(AutometricsAdvisor.class)
				.doesNotHaveBean(AopConfigUtils.AUTO_PROXY_CREATOR_BEAN_NAME);
			assertThat(AopUtils.isAopProxy(context.getBean("greeter"))).isFalse();
			assertThat(context.getBean(FunctionCatalog.class).snapshot())
				.anySatisfy((function) -> assertThat(function.beans()).containsExactly("greeter"));
			assertThat(output).doesNotContain("is not eligible for getting processed by all BeanPostProcessors");
		});
	}

	@Test
	void leavesNoBeanWhenDisabled() {
		this.runner.withPropertyValues("autometrics.mode=aspectj", "autometrics.enabled=false")
			.run((context) -> assertThat(context.getBeanDefinitionNames())
				.noneMatch((name) -> name.contains("autometrics")));
	}

	@Test
	void failsWithoutAspectJ() {
		this.runner.withPropertyValues("autometrics.mode=aspectj")
			.withClassLoader(new FilteredClassLoader(ProceedingJoinPoint.class))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("org.aspectj:aspectjrt is not on the class path"));
	}

	@Test
	void needsNoAspectJForProxies() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(AutometricsAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("org.aspectj"))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(AutometricsAdvisor.class));
	}

	@Test
	void tellsClassesThatAreNotWoven() {
		this.runner.withPropertyValues("autometrics.mode=aspectj")
			.run((context) -> assertThat(problems(context)).containsExactly("AM-123 " + Beans.Greeter.class.getName()
					+ ": AspectJ has not woven it, so it is not measured. Weave it as docs/aspectj.md says, and mark "
					+ "the class or its methods themselves: AspectJ does not see all that is marked on supertypes. "
					+ "(docs/problems.md#am-123)"));
	}

	@Test
	void tellsBeansThatSpringImplements() {
		this.runner.withPropertyValues("autometrics.mode=aspectj")
			.withBean("rates", Rates.class,
					() -> (Rates) Proxy.newProxyInstance(Rates.class.getClassLoader(), new Class<?>[] { Rates.class },
							(proxy, method, arguments) -> 1))
			.run((context) -> assertThat(problems(context))
				.anySatisfy((problem) -> assertThat(problem).startsWith("AM-123 " + Rates.class.getName()
						+ ".rate: Its objects are made at run time, where AspectJ does not weave")));
	}

	private static Iterable<String> problems(ApplicationContext context) {
		context.getBean(ProblemSearch.class).awaitEnd();
		return context.getBean(Problems.class)
			.snapshot()
			.stream()
			.map(Problem::toString)
			.filter((problem) -> problem.startsWith("AM-12"))
			.toList();
	}

	interface Rates {

		@Autometrics
		int rate();

	}

}
