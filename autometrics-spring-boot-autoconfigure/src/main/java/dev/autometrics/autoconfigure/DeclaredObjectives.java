package dev.autometrics.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.autometrics.Objective;
import dev.autometrics.ObjectiveLatency;
import dev.autometrics.autoconfigure.AutometricsProperties.ObjectiveSettings;
import dev.autometrics.model.Objectives;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * Brings together the objectives that properties and beans declare. What is wrong with
 * one keeps the application from starting.
 */
final class DeclaredObjectives {

	private static final String PREFIX = AutometricsProperties.PREFIX + ".objectives.";

	private final List<Objective> objectives = new ArrayList<>();

	private final Map<String, String> places = new HashMap<>();

	private DeclaredObjectives() {
	}

	static Objectives of(Map<String, ObjectiveSettings> properties, ConfigurableEnvironment environment,
			ConfigurableListableBeanFactory beanFactory) {
		DeclaredObjectives declared = new DeclaredObjectives();
		for (Map.Entry<String, ObjectiveSettings> declaration : properties.entrySet()) {
			declared.add(objective(declaration.getKey(), declaration.getValue()),
					placeOf(declaration.getKey(), environment));
		}
		for (Map.Entry<String, Objective> bean : beanFactory.getBeansOfType(Objective.class).entrySet()) {
			declared.add(bean.getValue(), placeOf(bean.getKey(), beanFactory));
		}
		return new Objectives(declared.objectives);
	}

	private void add(Objective objective, String place) {
		String other = this.places.putIfAbsent(objective.name(), place);
		if (other != null) {
			throw new DuplicateObjectiveException(objective.name(), other, place);
		}
		this.objectives.add(objective);
	}

	private static Objective objective(String name, ObjectiveSettings settings) {
		Double successRate = settings.successRate();
		ObjectiveSettings.Latency latency = settings.latency();
		if (name.isBlank()) {
			throw invalid("", "", "An objective needs a name.");
		}
		if (successRate == null && latency == null) {
			throw invalid(name, "", "An objective needs '.success-rate', or '.latency.threshold' and "
					+ "'.latency.percentile', or all of them.");
		}
		if (successRate != null) {
			requirePercentile(name + ".success-rate", successRate);
		}
		return new Objective(name, successRate, (latency != null) ? latency(name, latency) : null);
	}

	private static ObjectiveLatency latency(String name, ObjectiveSettings.Latency latency) {
		Duration threshold = latency.threshold();
		Double percentile = latency.percentile();
		if (threshold == null) {
			throw invalid(name + ".latency.threshold", "", "A latency needs a threshold, such as '250ms'.");
		}
		if (threshold.isZero() || threshold.isNegative()) {
			throw invalid(name + ".latency.threshold", threshold, "A threshold is a duration longer than zero.");
		}
		if (percentile == null) {
			throw invalid(name + ".latency.percentile", "", "A latency needs a percentile, such as '99'.");
		}
		requirePercentile(name + ".latency.percentile", percentile);
		return new ObjectiveLatency(threshold, percentile);
	}

	private static void requirePercentile(String key, double value) {
		if (!(value > 0 && value < 100)) {
			throw invalid(key, value,
					"It is a share of the calls in percent, greater than 0 and less than 100, " + "such as '99.9'.");
		}
	}

	private static InvalidConfigurationPropertyValueException invalid(String key, Object value, String reason) {
		return new InvalidConfigurationPropertyValueException(PREFIX + key, value, reason);
	}

	private static String placeOf(String name, ConfigurableEnvironment environment) {
		for (String key : List.of(".success-rate", ".latency.threshold", ".latency.percentile")) {
			for (PropertySource<?> source : environment.getPropertySources()) {
				Object origin = OriginLookup.getOrigin(source, PREFIX + name + key);
				if (origin != null) {
					return "the property '" + PREFIX + name + "' from " + origin;
				}
			}
		}
		return "the property '" + PREFIX + name + "'";
	}

	private static String placeOf(String beanName, ConfigurableListableBeanFactory beanFactory) {
		String description = beanFactory.containsBeanDefinition(beanName)
				? describe(beanFactory.getBeanDefinition(beanName)) : null;
		return "the bean '" + beanName + "'" + ((description != null) ? " defined in " + description : "");
	}

	private static @Nullable String describe(BeanDefinition definition) {
		return definition.getResourceDescription();
	}

}
