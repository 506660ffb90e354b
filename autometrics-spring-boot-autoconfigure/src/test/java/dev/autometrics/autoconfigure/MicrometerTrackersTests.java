package dev.autometrics.autoconfigure;

import java.util.List;

import dev.autometrics.Autometrics;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MicrometerTrackers}.
 */
class MicrometerTrackersTests {

	private final SimpleMeterRegistry first = new SimpleMeterRegistry();

	private final SimpleMeterRegistry second = new SimpleMeterRegistry();

	private final ApplicationContextRunner contexts = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AutometricsAutoConfiguration.class))
		.withBean(Greeter.class);

	@Test
	void recordsInAllRegistries() {
		greetOnce(with("first", this.first, false), "second", this.second, () -> {
			assertThat(calls(this.first)).isEqualTo(1);
			assertThat(calls(this.second)).isEqualTo(1);
		});
	}

	@Test
	void recordsBesidesThePrimaryRegistry() {
		greetOnce(with("first", this.first, true), "second", this.second, () -> {
			assertThat(calls(this.first)).isEqualTo(1);
			assertThat(calls(this.second)).isEqualTo(1);
		});
	}

	@Test
	void recordsOnceInRegistryOfComposite() {
		MeterRegistry inner = new CompositeMeterRegistry(Clock.SYSTEM, List.of(this.first));
		MeterRegistry outer = new CompositeMeterRegistry(Clock.SYSTEM, List.of(inner));

		greetOnce(with("first", this.first, false), "outer", outer, () -> assertThat(calls(this.first)).isEqualTo(1));
	}

	@Test
	void recordsBesidesCompositeOfOthers() {
		MeterRegistry composite = new CompositeMeterRegistry(Clock.SYSTEM, List.of(this.first));

		greetOnce(with("composite", composite, true), "second", this.second, () -> {
			assertThat(calls(this.first)).isEqualTo(1);
			assertThat(calls(this.second)).isEqualTo(1);
		});
	}

	private ApplicationContextRunner with(String name, MeterRegistry registry, boolean primary) {
		return with(this.contexts, name, registry, primary);
	}

	private static ApplicationContextRunner with(ApplicationContextRunner contexts, String name, MeterRegistry registry,
			boolean primary) {
		return contexts.withBean(name, MeterRegistry.class, () -> registry,
				(BeanDefinition definition) -> definition.setPrimary(primary));
	}

	private static void greetOnce(ApplicationContextRunner contexts, String name, MeterRegistry registry,
			Runnable assertions) {
		with(contexts, name, registry, registry instanceof CompositeMeterRegistry).run((context) -> {
			context.getBean(Greeter.class).greet();
			// Meters are removed when the context closes.
			assertions.run();
		});
	}

	private static double calls(MeterRegistry registry) {
		return registry.get("function.calls").tag("result", "ok").counter().count();
	}

	/**
	 * A bean that is measured.
	 */
	static class Greeter {

		@Autometrics
		void greet() {
		}

	}

}
