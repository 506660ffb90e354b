package dev.autometrics.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.push.PushMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.core.instrument.step.StepMeterRegistry;
import io.micrometer.core.instrument.step.StepRegistryConfig;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a registry that pushes has all meters when it pushes for the last time.
 */
class LastPushTests {

	private final List<String> pushed = new ArrayList<>();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AutometricsAutoConfiguration.class))
		.withBean("pushing", PushMeterRegistry.class, () -> new PushingRegistry(this.pushed),
				(definition) -> definition.setDestroyMethodName("close"))
		.withBean(Beans.Greeter.class);

	@Test
	void registryThatIsABeanPushesAllMeters() {
		this.runner.run((context) -> context.getBean(Beans.Greeter.class).greet());

		assertThat(this.pushed).contains("function.calls", "function.calls.duration", "build.info");
	}

	@Test
	void registryBesideAnotherPushesAllMeters() {
		this.runner
			.withBean("other", MeterRegistry.class, SimpleMeterRegistry::new,
					(definition) -> definition.setPrimary(true))
			.run((context) -> context.getBean(Beans.Greeter.class).greet());

		assertThat(this.pushed).contains("function.calls", "function.calls.duration", "build.info");
	}

	@Test
	void registryThatOutlivesTheApplicationKeepsNoMeters() {
		MeterRegistry registry = new SimpleMeterRegistry();
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(AutometricsAutoConfiguration.class))
			.withBean("shared", MeterRegistry.class, () -> registry)
			.withBean(Beans.Greeter.class)
			.run((context) -> assertThat(registry.find("function.calls").meters()).isNotEmpty());

		assertThat(registry.isClosed()).isFalse();
		assertThat(registry.getMeters()).isEmpty();
	}

	/**
	 * A registry that remembers the names of what it pushes at its end.
	 */
	private static final class PushingRegistry extends StepMeterRegistry {

		private final List<String> pushed;

		PushingRegistry(List<String> pushed) {
			super(new HourlyConfig(), Clock.SYSTEM);
			this.pushed = pushed;
		}

		@Override
		protected void publish() {
			getMeters().forEach((meter) -> this.pushed.add(meter.getId().getName()));
		}

		@Override
		protected TimeUnit getBaseTimeUnit() {
			return TimeUnit.SECONDS;
		}

	}

	/**
	 * Pushes at the end, and not before.
	 */
	private static final class HourlyConfig implements StepRegistryConfig {

		@Override
		public String prefix() {
			return "hourly";
		}

		@Override
		public String get(String key) {
			return null;
		}

		@Override
		public Duration step() {
			return Duration.ofHours(1);
		}

	}

}
