package dev.autometrics.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.autometrics.Result;
import dev.autometrics.autoconfigure.AutometricsProperties.ObjectiveSettings;
import dev.autometrics.interceptor.FunctionLabelStyle;
import dev.autometrics.problems.ProblemMode;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.core.env.Environment;

/**
 * The properties before there are beans for them. Those of an application that sets none
 * are made when they are asked for: what every start asks for is apart.
 */
final class EarlyProperties {

	private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of(AutometricsProperties.PREFIX);

	private final @Nullable AutometricsProperties bound;

	private final StartSettings start;

	private EarlyProperties(@Nullable AutometricsProperties bound) {
		this.bound = bound;
		this.start = (bound != null) ? StartSettings.of(bound) : StartSettings.DEFAULT;
	}

	/**
	 * Return the properties of an application, checked.
	 * @param environment where they are
	 * @return the properties
	 */
	static EarlyProperties of(Environment environment) {
		return new EarlyProperties(areSet(environment) ? AutometricsProperties.from(environment) : null);
	}

	/**
	 * Return whether there may be a property of Autometrics.
	 * @return {@code false} if everything has its default
	 */
	boolean areSet() {
		return this.bound != null;
	}

	/**
	 * Return what every application asks for when it starts.
	 * @return the settings
	 */
	StartSettings start() {
		return this.start;
	}

	/**
	 * Return the objectives that properties declare.
	 * @return the objectives by name
	 */
	Map<String, ObjectiveSettings> objectives() {
		return (this.bound != null) ? this.bound.objectives() : Map.of();
	}

	/**
	 * Return the folder that files are written to.
	 * @return the folder, {@code null} if none are
	 */
	@Nullable String exportDirectory() {
		return (this.bound != null) ? this.bound.export().directory() : null;
	}

	/**
	 * Return all properties.
	 * @return the properties
	 */
	AutometricsProperties properties() {
		return (this.bound != null) ? this.bound : Defaults.PROPERTIES;
	}

	/**
	 * Return whether there may be a property of Autometrics. To bind one is a good part
	 * of what the library costs an application that starts, and most set none.
	 * @param environment where it would be
	 * @return {@code false} if everything has its default
	 */
	static boolean areSet(Environment environment) {
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source.containsDescendantOf(PREFIX) != ConfigurationPropertyState.ABSENT
					|| source.getConfigurationProperty(PREFIX) != null) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return what binding makes of no properties at all.
	 * @return the properties
	 */
	static AutometricsProperties defaults() {
		return new AutometricsProperties(true, AutometricsMode.PROXY, "micrometer", "1.0.0", null, null, null, null,
				new AutometricsProperties.Repository(null, null, true), Map.of(), List.of(), List.of(),
				ProblemMode.WARN, new AutometricsProperties.Limits(300, 20, 10_000), 0, buckets(), false,
				new AutometricsProperties.Callers(true, false), new AutometricsProperties.Results(Result.OK, false),
				new AutometricsProperties.Exemplars(true),
				new AutometricsProperties.Labels(FunctionLabelStyle.METHOD, ""), prometheus(),
				new AutometricsProperties.Grafana(null, null), new AutometricsProperties.Export(null),
				new AutometricsProperties.Explorer(true, Duration.ofMinutes(15), Duration.ofSeconds(10)));
	}

	private static PrometheusProperties prometheus() {
		return new PrometheusProperties(null, null, Duration.ofSeconds(2), null, null, null, Map.of(),
				new PrometheusProperties.Ssl(null));
	}

	private static List<Duration> buckets() {
		List<Duration> buckets = new ArrayList<>();
		for (long millis : new long[] { 5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10_000 }) {
			buckets.add(Duration.ofMillis(millis));
		}
		return buckets;
	}

	private static final class Defaults {

		private static final AutometricsProperties PROPERTIES = defaults();

	}

}
