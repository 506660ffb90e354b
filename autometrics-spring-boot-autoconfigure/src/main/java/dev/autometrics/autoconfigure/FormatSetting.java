package dev.autometrics.autoconfigure;

import dev.autometrics.model.MetricsFormat;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Reads the form that metrics have.
 */
final class FormatSetting {

	private static final String PROPERTY = AutometricsProperties.PREFIX + ".metrics-format";

	private FormatSetting() {
	}

	/**
	 * Refuse a form that there is not, and files of a form that there are none for.
	 * @param properties the properties
	 * @throws InvalidConfigurationPropertyValueException if there is one
	 */
	static void check(AutometricsProperties properties) {
		String directory = properties.export().directory();
		if (format(properties).isOlder() && directory != null) {
			throw new InvalidConfigurationPropertyValueException(AutometricsProperties.PREFIX + ".export.directory",
					directory,
					"Files are written for the metrics of the specification only. Remove it, or " + PROPERTY + ".");
		}
	}

	/**
	 * Return the form.
	 * @param properties the properties
	 * @return the form
	 * @throws InvalidConfigurationPropertyValueException if there is none of that name
	 */
	static MetricsFormat format(AutometricsProperties properties) {
		try {
			return MetricsFormat.of(properties.metricsFormat());
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationPropertyValueException(PROPERTY, properties.metricsFormat(),
					"There is no such form. There are '1.0.0' and '0.5'.");
		}
	}

}
