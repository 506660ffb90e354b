package dev.autometrics.model;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * The forms that metrics can have: that of the specification, and an older one for teams
 * whose dashboards use it. It spells the names in which the older one differs from
 * {@link Metric}.
 *
 * @since 0.1.0
 */
public enum MetricsFormat {

	/**
	 * The Autometrics specification, release 1.0.0.
	 */
	V1_0_0("1.0.0"),

	/**
	 * What Autometrics libraries wrote at release 0.5: a caller is the name of a
	 * function, no metric tells the service, and durations are in seconds without saying
	 * so.
	 */
	V0_5("0.5");

	private static final Map<Metric, Set<Label>> LABELS = Map.of(Metric.CALLS,
			Set.of(Label.FUNCTION, Label.MODULE, Label.SERVICE_NAME, Label.RESULT, Label.CALLER_FUNCTION,
					Label.CALLER_MODULE, Label.OBJECTIVE_NAME, Label.OBJECTIVE_PERCENTILE),
			Metric.DURATION,
			Set.of(Label.FUNCTION, Label.MODULE, Label.SERVICE_NAME, Label.OBJECTIVE_NAME, Label.OBJECTIVE_PERCENTILE,
					Label.OBJECTIVE_LATENCY_THRESHOLD),
			Metric.CONCURRENT, Set.of(Label.FUNCTION, Label.MODULE, Label.SERVICE_NAME), Metric.BUILD_INFO,
			Set.of(Label.SERVICE_NAME, Label.AUTOMETRICS_VERSION, Label.VERSION, Label.COMMIT, Label.BRANCH,
					Label.REPOSITORY_URL, Label.REPOSITORY_PROVIDER));

	private static final Map<Metric, Set<Label>> OLDER_LABELS = Map.of(Metric.CALLS, Set.of(Label.FUNCTION,
			Label.MODULE, Label.RESULT, Label.CALLER, Label.OBJECTIVE_NAME, Label.OBJECTIVE_PERCENTILE),
			Metric.DURATION,
			Set.of(Label.FUNCTION, Label.MODULE, Label.OBJECTIVE_NAME, Label.OBJECTIVE_PERCENTILE,
					Label.OBJECTIVE_LATENCY_THRESHOLD),
			Metric.CONCURRENT, Set.of(Label.FUNCTION, Label.MODULE), Metric.BUILD_INFO,
			Set.of(Label.VERSION, Label.COMMIT));

	private static final Map<Metric, String> OLDER_DOTTED = Map.of(Metric.CALLS, "function.calls.count");

	private static final Map<Metric, String> OLDER_PROMETHEUS = Map.of(Metric.CALLS, "function_calls_count_total",
			Metric.DURATION, "function_calls_duration");

	private final String release;

	MetricsFormat(String release) {
		this.release = release;
	}

	/**
	 * Return the form of a release.
	 * @param release the release, such as {@code 0.5}
	 * @return the form
	 * @throws IllegalArgumentException if there is none
	 */
	public static MetricsFormat of(String release) {
		return Arrays.stream(values())
			.filter((format) -> format.release.equals(release))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("'" + release + "' is no release whose form is known"));
	}

	/**
	 * Return the release that the form is of.
	 * @return the release, such as {@code 1.0.0}
	 */
	public String release() {
		return this.release;
	}

	/**
	 * Return whether this is another form than that of the specification, for which there
	 * are three queries, and no rules and no dashboards.
	 * @return {@code true} for an older one
	 */
	public boolean isOlder() {
		return this != V1_0_0;
	}

	/**
	 * Return the name of a metric in OpenTelemetry and Micrometer.
	 * @param metric the metric
	 * @return the dotted name
	 */
	public String dotted(Metric metric) {
		return isOlder() ? OLDER_DOTTED.getOrDefault(metric, metric.dotted()) : metric.dotted();
	}

	/**
	 * Return the name of a metric in Prometheus. For the histogram it lacks the suffix
	 * {@code _bucket}, {@code _count} or {@code _sum}.
	 * @param metric the metric
	 * @return the name with underscores
	 */
	public String prometheus(Metric metric) {
		return isOlder() ? OLDER_PROMETHEUS.getOrDefault(metric, metric.prometheus()) : metric.prometheus();
	}

	/**
	 * Return the unit of durations in OpenTelemetry, from which Prometheus gets a suffix.
	 * They are in seconds anyway.
	 * @return the unit, or empty
	 */
	public String durationUnit() {
		return isOlder() ? "" : "s";
	}

	/**
	 * Return the labels that a metric always has.
	 * @param metric the metric
	 * @return the labels, those without a value included
	 */
	public Set<Label> labels(Metric metric) {
		Map<Metric, Set<Label>> labels = isOlder() ? OLDER_LABELS : LABELS;
		return labels.getOrDefault(metric, Set.of());
	}

}
