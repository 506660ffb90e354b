package dev.autometrics.autoconfigure;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * What functions are recorded with. There is always exactly one.
 */
enum TrackerChoice {

	/**
	 * Micrometer's registries.
	 */
	MICROMETER,

	/**
	 * The API of OpenTelemetry.
	 */
	OPENTELEMETRY;

	static final String PROPERTY = AutometricsProperties.PREFIX + ".tracker";

	private static final String VARIABLE = "AUTOMETRICS_TRACKER";

	// What older Autometrics libraries call the one that Prometheus scrapes.
	private static final String OLDER_NAME = "prometheus";

	/**
	 * Return the choice before there are beans for the properties.
	 * @param environment where it is
	 * @return the choice, Micrometer unless there is another
	 * @throws InvalidConfigurationPropertyValueException if there is no such tracker
	 */
	static TrackerChoice of(Environment environment) {
		// Spring Boot finds the variable here too, so nothing is set where this is not.
		String any = EarlyProperties.areSet(environment)
				? Binder.get(environment).bind(PROPERTY, String.class).orElse(null) : null;
		if (any == null) {
			return MICROMETER;
		}
		String value = (environment instanceof ConfigurableEnvironment configurable)
				? new SpecifiedValues(configurable).sourced("tracker", VARIABLE).value() : any;
		return StringUtils.hasText(value) ? parse(value, environment) : MICROMETER;
	}

	private static TrackerChoice parse(String value, Environment environment) {
		String name = value.trim().replaceAll("[-_]", "").toUpperCase(Locale.ROOT);
		for (TrackerChoice choice : values()) {
			if (choice.name().equals(name)) {
				return choice;
			}
		}
		if (OLDER_NAME.equalsIgnoreCase(name)) {
			return MICROMETER;
		}
		throw new InvalidConfigurationPropertyValueException(origin(value, environment), value,
				"There is no such tracker. There are 'micrometer' and 'opentelemetry'.");
	}

	private static String origin(String value, Environment environment) {
		@Nullable String variable = environment.getProperty(VARIABLE);
		return value.equals(variable) ? VARIABLE : PROPERTY;
	}

}
