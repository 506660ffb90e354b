package dev.autometrics.autoconfigure;

import java.util.function.Consumer;

import dev.autometrics.problems.Problem;
import dev.autometrics.problems.ProblemCode;
import dev.autometrics.problems.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/**
 * The problems of a context, once the search for them has ended.
 */
final class FoundProblems {

	private FoundProblems() {
	}

	/**
	 * Return a runner of applications that have the library and a Prometheus registry.
	 * @param before what the application does with the registry at first
	 * @return the runner
	 */
	static ApplicationContextRunner runner(Consumer<MeterRegistry> before) {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(AutometricsAutoConfiguration.class))
			.withBean(MeterRegistry.class, () -> {
				MeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
				before.accept(registry);
				return registry;
			});
	}

	/**
	 * Return an assertion for the problems of an application, but for that there is no
	 * endpoint, which runners do not have.
	 * @param context the application
	 * @return the assertion
	 */
	static ListAssert<Problem> assertThatProblems(ApplicationContext context) {
		context.getBean(ProblemSearch.class).awaitEnd();
		return Assertions.assertThat(context.getBean(Problems.class)
			.snapshot()
			.stream()
			.filter((problem) -> problem.code() != ProblemCode.ENDPOINT_NOT_EXPOSED)
			.toList());
	}

}
