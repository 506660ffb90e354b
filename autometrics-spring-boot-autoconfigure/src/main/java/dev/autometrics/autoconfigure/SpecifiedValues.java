package dev.autometrics.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Values that the specification lets an environment variable set.
 * <p>
 * Looks odd, is meant: Spring Boot takes {@code AUTOMETRICS_VERSION} for the property
 * {@code autometrics.version} and lets it beat the application's configuration files. The
 * contract of the variables is the other way round, property first, so the two are asked
 * apart.
 */
final class SpecifiedValues {

	private final ConfigurableEnvironment environment;

	private final Binder withoutVariables;

	SpecifiedValues(ConfigurableEnvironment environment) {
		this.environment = environment;
		MutablePropertySources sources = new MutablePropertySources();
		environment.getPropertySources()
			.stream()
			.filter((source) -> !isVariables(source)
					&& !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source))
			.forEach(sources::addLast);
		this.withoutVariables = new Binder(ConfigurationPropertySources.from(sources),
				new PropertySourcesPlaceholdersResolver(environment));
	}

	private static boolean isVariables(PropertySource<?> source) {
		return StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME.equals(source.getName());
	}

	/**
	 * Return a value that is set, in this order: as a property of the application, as a
	 * variable, as a variable spelled in another way that Spring Boot understands.
	 * @param property the name of the property after {@code autometrics.}
	 * @param variable the name of the variable
	 * @return the value, possibly empty, or none if it is not set
	 */
	Sourced sourced(String property, String variable) {
		String name = AutometricsProperties.PREFIX + "." + property;
		String ofProperty = bind(this.withoutVariables, name);
		if (ofProperty != null) {
			return new Sourced(ofProperty, "property " + name);
		}
		String ofVariable = variable(variable);
		if (ofVariable != null) {
			return new Sourced(ofVariable, "environment variable " + variable);
		}
		String other = bind(Binder.get(this.environment), name);
		return new Sourced(other, (other != null) ? "property " + name + " in the environment" : Sourced.NOT_FOUND);
	}

	/**
	 * Return a variable or a property of another owner.
	 * @param name its name
	 * @return the value, possibly empty, or {@code null} if it is not set
	 */
	@Nullable String variable(String name) {
		return this.environment.getProperty(name);
	}

	private static @Nullable String bind(Binder binder, String name) {
		return binder.bind(name, String.class).orElse(null);
	}

}
