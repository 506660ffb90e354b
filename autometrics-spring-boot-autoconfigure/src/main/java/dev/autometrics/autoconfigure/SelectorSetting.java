package dev.autometrics.autoconfigure;

import dev.autometrics.promql.InvalidLabelMatchersException;
import dev.autometrics.promql.LabelMatchers;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Reads the conditions that tell the environments of a service apart.
 */
final class SelectorSetting {

	private static final String PROPERTY = AutometricsProperties.PREFIX + ".labels.selector";

	private SelectorSetting() {
	}

	/**
	 * Return the conditions.
	 * @param properties the properties
	 * @return the conditions, none if none are set
	 * @throws InvalidConfigurationPropertyValueException if they are not written as in
	 * PromQL
	 */
	static LabelMatchers conditions(AutometricsProperties properties) {
		String selector = properties.labels().selector();
		try {
			return LabelMatchers.parse(selector);
		}
		catch (InvalidLabelMatchersException ex) {
			throw new InvalidConfigurationPropertyValueException(PROPERTY, selector, ex.getMessage()
					+ " Write conditions on labels as in PromQL, such as 'namespace=\"prod\",cluster=~\"eu-.*\"'.");
		}
	}

}
