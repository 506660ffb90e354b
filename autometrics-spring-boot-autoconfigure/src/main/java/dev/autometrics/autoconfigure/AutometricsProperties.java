package dev.autometrics.autoconfigure;

import java.time.Duration;
import java.util.List;

import dev.autometrics.Result;
import dev.autometrics.interceptor.FunctionLabelStyle;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;

/**
 * Configuration properties of Autometrics.
 *
 * @param enabled Whether functions are measured.
 * @param serviceName Name of the application in the metrics. Taken from the environment,
 * spring.application.name, the build or the main class if not set.
 * @param version Version of the application in the metric build_info. Taken from the
 * environment or the build if not set.
 * @param commit Commit that the application was built from. Taken from the environment or
 * git.properties if not set.
 * @param branch Branch that the application was built from. Taken from the environment or
 * git.properties if not set.
 * @param repository Source repository of the application.
 * @param order Order of the advice among other advisors. The lower, the further outside.
 * @param buckets Upper bounds of the buckets of the duration histogram.
 * @param trackConcurrency Whether the number of calls under way is published for every
 * function.
 * @param callers Callers of functions.
 * @param results What counts as an error.
 * @param labels Values of the labels.
 * @param prometheus Prometheus that the links lead to.
 * @param grafana Grafana that further links lead to.
 * @since 0.1.0
 */
@ConfigurationProperties(AutometricsProperties.PREFIX)
public record AutometricsProperties(@DefaultValue("true") boolean enabled, @Nullable String serviceName,
		@Nullable String version, @Nullable String commit, @Nullable String branch, @DefaultValue Repository repository,
		@DefaultValue("0") int order, @DefaultValue(AutometricsProperties.DEFAULT_BUCKETS) List<Duration> buckets,
		@DefaultValue("false") boolean trackConcurrency, @DefaultValue Callers callers, @DefaultValue Results results,
		@DefaultValue Labels labels, @DefaultValue Prometheus prometheus, @DefaultValue Grafana grafana) {

	static final String PREFIX = "autometrics";

	/**
	 * The buckets of the specification (S5).
	 */
	static final String DEFAULT_BUCKETS = "5ms,10ms,25ms,50ms,75ms,100ms,250ms,500ms,750ms,1s,2500ms,5s,7500ms,10s";

	public AutometricsProperties {
		buckets = buckets.stream().sorted().distinct().toList();
	}

	/**
	 * Return the properties before there are beans for them, checked.
	 * @param environment where they are
	 * @return the properties
	 * @throws InvalidConfigurationPropertyValueException if a value is of no use
	 */
	static AutometricsProperties from(Environment environment) {
		AutometricsProperties properties = Binder.get(environment).bindOrCreate(PREFIX, AutometricsProperties.class);
		properties.checkBuckets();
		return properties;
	}

	private void checkBuckets() {
		if (this.buckets.isEmpty()) {
			throw new InvalidConfigurationPropertyValueException(PREFIX + ".buckets", "",
					"A histogram needs at least one bucket. Remove the property for the default ones.");
		}
		Duration shortest = this.buckets.get(0);
		if (shortest.isZero() || shortest.isNegative()) {
			throw new InvalidConfigurationPropertyValueException(PREFIX + ".buckets", shortest,
					"The bound of a bucket is a duration longer than zero, such as '250ms'.");
		}
	}

	/**
	 * Source repository of the application.
	 *
	 * @param url Address of the repository in the metric build_info. Taken from the
	 * environment, git.properties or the working copy if not set. Credentials are
	 * removed.
	 * @param provider Who hosts the repository, such as github. Derived from the address
	 * if not set.
	 * @param detect Whether the repository is looked for in git.properties and in the
	 * working copy.
	 */
	public record Repository(@Nullable String url, @Nullable String provider, @DefaultValue("true") boolean detect) {

	}

	/**
	 * Callers of functions.
	 *
	 * @param enabled Whether calls are told apart by the function that calls.
	 * @param propagate Whether the caller is carried to the threads of Spring Boot's task
	 * executor and of Reactor. Needs io.micrometer:context-propagation.
	 */
	public record Callers(@DefaultValue("true") boolean enabled, @DefaultValue("false") boolean propagate) {

	}

	/**
	 * What counts as an error.
	 *
	 * @param cancelled What a call counts as that is cancelled.
	 * @param byHttpStatus Whether responses and exceptions count by their HTTP status:
	 * client errors (4xx) as ok, server errors (5xx) as error.
	 */
	public record Results(@DefaultValue("ok") Result cancelled, @DefaultValue("false") boolean byHttpStatus) {

	}

	/**
	 * Values of the labels.
	 *
	 * @param function What the label named function has: the name of the method, or that
	 * of the type as well.
	 */
	public record Labels(@DefaultValue("method") FunctionLabelStyle function) {

	}

	/**
	 * Prometheus that the links lead to.
	 *
	 * @param url Address of Prometheus as the browser of a reader sees it. Taken from the
	 * environment variable PROMETHEUS_URL if not set, http://localhost:9090 at last.
	 */
	public record Prometheus(@Nullable String url) {

	}

	/**
	 * Grafana that further links lead to.
	 *
	 * @param url Address of Grafana as the browser of a reader sees it.
	 * @param datasourceUid Identifier (uid) of its Prometheus data source.
	 */
	public record Grafana(@Nullable String url, @Nullable String datasourceUid) {

	}

}
