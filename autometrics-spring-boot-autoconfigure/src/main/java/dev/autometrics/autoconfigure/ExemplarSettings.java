package dev.autometrics.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.ClassUtils;

/**
 * Whether the calls of functions get exemplars; and the condition that they get those of
 * OpenTelemetry: it is there, and Spring Boot is not told to have none.
 */
final class ExemplarSettings implements Condition {

	static final String VARIABLE = "AUTOMETRICS_EXEMPLARS";

	private static final String PROPERTY = "exemplars.enabled";

	private static final String OF_SPRING_BOOT = "management.tracing.exemplars.include";

	private static final String SPAN = "io.opentelemetry.api.trace.Span";

	static boolean areEnabled(ConfigurableEnvironment environment) {
		if (!EarlyProperties.areSet(environment)) {
			return true;
		}
		String property = AutometricsProperties.PREFIX + "." + PROPERTY;
		return isTrue(environment.containsProperty(property) ? property : VARIABLE,
				new SpecifiedValues(environment).sourced(PROPERTY, VARIABLE).value());
	}

	/**
	 * Return whether a value says that there are exemplars.
	 * @param name where the value is from
	 * @param value the value, {@code null} or empty if nothing is said
	 * @return {@code true} unless it says that there are none
	 * @throws InvalidConfigurationPropertyValueException if it says anything else
	 */
	static boolean isTrue(String name, @Nullable String value) {
		try {
			Boolean said = ApplicationConversionService.getSharedInstance().convert(value, Boolean.class);
			return said == null || said;
		}
		catch (ConversionException ex) {
			throw new InvalidConfigurationPropertyValueException(name, value, "It has to be 'true' or 'false'.");
		}
	}

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Environment environment = context.getEnvironment();
		return ClassUtils.isPresent(SPAN, context.getClassLoader())
				&& !"none".equalsIgnoreCase(environment.getProperty(OF_SPRING_BOOT))
				&& areEnabled((ConfigurableEnvironment) environment);
	}

}
