package dev.autometrics.compatibility;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.annotation.EnableAsync;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that an application keeps its task decorators.
 */
@Tag("context-propagation")
class TaskDecoratorTests {

	private static final String PROPAGATE = "autometrics.callers.propagate=true";

	@ParameterizedTest
	@ValueSource(classes = { None.class, One.class, Two.class })
	void decoratesAsItDidBefore(Class<?> decorators) {
		List<String> before = decorations(decorators, "autometrics.callers.propagate=false");

		assertThat(decorations(decorators, PROPAGATE)).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(classes = { None.class, One.class, Two.class })
	@EnabledForJreRange(min = JRE.JAVA_21)
	void decoratesAsItDidBeforeOnVirtualThreads(Class<?> decorators) {
		String virtual = "spring.threads.virtual.enabled=true";
		List<String> before = decorations(decorators, virtual);

		assertThat(decorations(decorators, virtual, PROPAGATE)).isEqualTo(before);
	}

	@Test
	void appliesTheOneDecoratorThereIs() {
		assertThat(decorations(One.class, PROPAGATE)).containsExactly("first");
	}

	@ParameterizedTest
	@ValueSource(classes = { None.class, One.class, Two.class })
	void carriesTheCallerWhateverElseDecorates(Class<?> decorators) {
		try (Application application = Application.with(Outer.class, Inner.class, Decorations.class, decorators)
			.properties(PROPAGATE)
			.start()) {
			application.bean(Outer.class).outer(() -> application.bean(Inner.class).innerAsync().join());

			assertThat(application.calls().of("innerAsync")).containsExactly("outer > innerAsync ok");
		}
	}

	private static List<String> decorations(Class<?> decorators, String... properties) {
		try (Application application = Application.with(Inner.class, Decorations.class, decorators)
			.properties(properties)
			.start()) {
			application.bean(Inner.class).innerAsync().join();

			return List.copyOf(application.bean(Decorations.class).applied);
		}
	}

	/**
	 * What has decorated the tasks that ran.
	 */
	@EnableAsync
	@Configuration(proxyBeanMethods = false)
	static class Decorations {

		private final BlockingQueue<String> applied = new LinkedBlockingQueue<>();

		TaskDecorator decorator(String name) {
			return (task) -> () -> {
				this.applied.add(name);
				task.run();
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class None {

	}

	@Configuration(proxyBeanMethods = false)
	static class One {

		@Bean
		@Order(1)
		TaskDecorator first(Decorations decorations) {
			return decorations.decorator("first");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Two {

		@Bean
		@Order(2)
		TaskDecorator second(Decorations decorations) {
			return decorations.decorator("second");
		}

		@Bean
		@Order(1)
		TaskDecorator first(Decorations decorations) {
			return decorations.decorator("first");
		}

	}

}
