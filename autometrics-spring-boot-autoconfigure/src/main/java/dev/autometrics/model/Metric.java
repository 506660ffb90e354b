package dev.autometrics.model;

/**
 * The metrics of the Autometrics specification, release 1.0.0. This is the only place
 * where their names are spelled, with {@link MetricsFormat} for older ones.
 *
 * @since 0.1.0
 */
public enum Metric {

	/**
	 * Counter of calls.
	 */
	CALLS("function.calls", "function_calls_total", "Number of calls of the function"),

	/**
	 * Histogram of the duration of calls, in seconds.
	 */
	DURATION("function.calls.duration", "function_calls_duration_seconds", "Duration of the calls of the function"),

	/**
	 * Gauge of the calls under way.
	 */
	CONCURRENT("function.calls.concurrent", "function_calls_concurrent", "Number of calls of the function under way"),

	/**
	 * What is running; always 1.
	 */
	BUILD_INFO("build_info", "build_info", "Version, commit and branch of the running application");

	private final String dotted;

	private final String prometheus;

	private final String description;

	Metric(String dotted, String prometheus, String description) {
		this.dotted = dotted;
		this.prometheus = prometheus;
		this.description = description;
	}

	/**
	 * Return the name in OpenTelemetry and Micrometer.
	 * @return the dotted name
	 */
	public String dotted() {
		return this.dotted;
	}

	/**
	 * Return the name in Prometheus. For the histogram it lacks the suffix
	 * {@code _bucket}, {@code _count} or {@code _sum}.
	 * @return the name with underscores
	 */
	public String prometheus() {
		return this.prometheus;
	}

	/**
	 * Return what the metric tells, in one line.
	 * @return the help text
	 */
	public String description() {
		return this.description;
	}

}
