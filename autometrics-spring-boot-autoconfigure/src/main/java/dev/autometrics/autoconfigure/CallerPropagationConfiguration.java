package dev.autometrics.autoconfigure;

import java.util.List;

import dev.autometrics.problems.Problem;
import dev.autometrics.problems.ProblemCode;
import dev.autometrics.problems.Problems;
import io.micrometer.context.ContextSnapshot;
import reactor.core.publisher.Hooks;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.task.SimpleAsyncTaskExecutorCustomizer;
import org.springframework.boot.task.ThreadPoolTaskExecutorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskDecorator;

/**
 * What carries the caller to other threads, if asked for: those of Spring Boot's task
 * executor, and those of Reactor.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(prefix = AutometricsProperties.PREFIX, name = "callers.propagate")
class CallerPropagationConfiguration {

	/**
	 * Propagation without the library that it takes.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingClass("io.micrometer.context.ContextSnapshot")
	static class LibraryMissingConfiguration {

		@Bean
		InitializingBean autometricsCallerPropagationProblem(Problems problems) {
			return () -> problems.report(new Problem(ProblemCode.PROPAGATION_UNAVAILABLE,
					"autometrics.callers.propagate", "It has no effect, because a library is missing.",
					"Add the dependency io.micrometer:context-propagation."));
		}

	}

	/**
	 * Propagation to the threads of Spring Boot's task executor. A customizer, since a
	 * second {@link TaskDecorator} bean would make Spring Boot 3.5 ignore both.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ContextSnapshot.class)
	static class TaskExecutorConfiguration {

		private static final boolean DECORATORS_ARE_COMPOSED = !SpringBootVersion.getVersion().startsWith("3.");

		@Bean
		ThreadPoolTaskExecutorCustomizer autometricsThreadPoolTaskExecutorCustomizer(
				ObjectProvider<TaskDecorator> decorators) {
			return (executor) -> executor.setTaskDecorator(decorator(decorators));
		}

		@Bean
		SimpleAsyncTaskExecutorCustomizer autometricsSimpleAsyncTaskExecutorCustomizer(
				ObjectProvider<TaskDecorator> decorators) {
			return (executor) -> executor.setTaskDecorator(decorator(decorators));
		}

		// What Spring Boot does with the decorators of the application: from 4.0 on it
		// applies all of them, the first one closest to the task; before that one if it
		// is the only one.
		private static TaskDecorator decorator(ObjectProvider<TaskDecorator> decorators) {
			if (DECORATORS_ARE_COMPOSED) {
				return new CallerPropagatingTaskDecorator(decorators.orderedStream().toList());
			}
			TaskDecorator unique = decorators.getIfUnique();
			return new CallerPropagatingTaskDecorator((unique != null) ? List.of(unique) : List.of());
		}

	}

	/**
	 * Propagation to the threads of Reactor, as
	 * {@code spring.reactor.context-propagation} set to {@code auto} does it.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ ContextSnapshot.class, Hooks.class })
	static class ReactorConfiguration {

		@Bean
		InitializingBean autometricsReactorContextPropagation() {
			return Hooks::enableAutomaticContextPropagation;
		}

	}

}
