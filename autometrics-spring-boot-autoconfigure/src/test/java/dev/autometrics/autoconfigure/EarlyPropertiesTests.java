package dev.autometrics.autoconfigure;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EarlyProperties}.
 */
class EarlyPropertiesTests {

	private static final String BEAN_NAME = "autometrics-" + AutometricsProperties.class.getName();

	private final MockEnvironment environment = new MockEnvironment();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AutometricsAutoConfiguration.class));

	@Test
	void defaultsAreWhatBindingMakesOfNothing() {
		assertThat(EarlyProperties.defaults())
			.isEqualTo(Binder.get(this.environment).bindOrCreate("autometrics", AutometricsProperties.class));
	}

	@Test
	void applicationWithoutPropertiesHasDefaults() {
		this.environment.setProperty("spring.application.name", "shop");
		this.environment.setProperty("autometricsOfOthers.order", "1");

		assertThat(EarlyProperties.areSet(this.environment)).isFalse();
		assertThat(EarlyProperties.of(this.environment).properties()).isEqualTo(EarlyProperties.defaults());
	}

	@Test
	void whatEveryStartAsksForIsTheSameInAllProperties() {
		assertThat(StartSettings.DEFAULT).usingRecursiveComparison()
			.isEqualTo(StartSettings.of(EarlyProperties.defaults()));
		EarlyProperties early = EarlyProperties.of(this.environment);
		assertThat(early.objectives()).isEqualTo(early.properties().objectives());
		assertThat(early.exportDirectory()).isEqualTo(early.properties().export().directory());
	}

	@Test
	void applicationWithoutPropertiesHasNoBeanOfThem() {
		// The build of this module has properties of its own.
		this.runner
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME))
			.run((context) -> assertThat(context).doesNotHaveBean(AutometricsProperties.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "autometrics.order", "autometrics.limits.functions", "AUTOMETRICS.Limits.Functions",
			"autometrics.objectives.shop-api.success-rate", "autometrics" })
	void propertyIsSeen(String name) {
		this.environment.setProperty(name, "7");

		assertThat(EarlyProperties.areSet(this.environment)).isTrue();
		ConfigurationPropertySources.attach(this.environment);
		assertThat(EarlyProperties.areSet(this.environment)).isTrue();
	}

	@Test
	void variableIsSeen() {
		ConfigurableEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
					new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
							Map.of("AUTOMETRICS_MODE", "aspectj", "AUTOMETRICS_TRACKCONCURRENCY", "true")));

		assertThat(AutometricsMode.of(environment)).isEqualTo(AutometricsMode.ASPECTJ);
		assertThat(EarlyProperties.of(environment).properties().trackConcurrency()).isTrue();
	}

	@Test
	void sourceThatDoesNotTellItsNamesIsAsked() {
		this.environment.getPropertySources().addFirst(new PropertySource<>("closed", new Object()) {
			@Override
			public Object getProperty(String name) {
				return name.equals("autometrics.order") ? 7 : null;
			}
		});

		assertThat(EarlyProperties.of(this.environment).properties().order()).isEqualTo(7);
	}

	@Test
	void propertiesAreNotBoundOnceMoreUnlessSomebodyAsks() {
		this.runner.withPropertyValues("autometrics.order=7").run((context) -> {
			assertThat(context.getBeanFactory().containsSingleton(BEAN_NAME)).isFalse();

			assertThat(context.getBean(AutometricsProperties.class))
				.isEqualTo(context.getBean(EarlyProperties.class).properties())
				.satisfies((properties) -> assertThat(properties.order()).isEqualTo(7));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "autometrics.order=first", "autometrics.problems=loud", "autometrics.mode=magic",
			"autometrics.repository.detect=maybe", "autometrics.limits.callers=-1" })
	void badValueStopsTheStart(String property) {
		String name = property.substring(0, property.indexOf('='));
		String value = property.substring(property.indexOf('=') + 1);

		this.runner.withPropertyValues(property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.satisfies((cause) -> assertThat(context.getStartupFailure()).hasStackTraceContaining(name)
					.hasStackTraceContaining(value)));
	}

	@Test
	void nameOfAnotherSourceDoesNotMatter() {
		this.environment.getPropertySources()
			.addFirst(new MapPropertySource("autometrics", Map.of("spring.application.name", "shop")));

		assertThat(EarlyProperties.areSet(this.environment)).isFalse();
	}

}
