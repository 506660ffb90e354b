package dev.autometrics.model;

/**
 * The labels of the Autometrics specification, release 1.0.0, and one of release 0.5.
 * This is the only place where their names are spelled.
 *
 * @since 0.1.0
 */
public enum Label {

	/**
	 * Name of the function within its module.
	 */
	FUNCTION("function"),

	/**
	 * Type that the function belongs to.
	 */
	MODULE("module"),

	/**
	 * Name of the application.
	 */
	SERVICE_NAME("service.name"),

	/**
	 * How the call ended.
	 */
	RESULT("result"),

	/**
	 * Name of the nearest instrumented function that called.
	 */
	CALLER_FUNCTION("caller.function"),

	/**
	 * Module of the nearest instrumented function that called.
	 */
	CALLER_MODULE("caller.module"),

	/**
	 * Name of the nearest instrumented function that called, in the form of release 0.5.
	 */
	CALLER("caller"),

	/**
	 * Name of the objective.
	 */
	OBJECTIVE_NAME("objective.name"),

	/**
	 * Share of the calls that have to be good, in percent.
	 */
	OBJECTIVE_PERCENTILE("objective.percentile"),

	/**
	 * Longest duration of a good call, in seconds.
	 */
	OBJECTIVE_LATENCY_THRESHOLD("objective.latency_threshold"),

	/**
	 * Release of the Autometrics specification that the metrics follow.
	 */
	AUTOMETRICS_VERSION("autometrics.version"),

	/**
	 * Version of the application.
	 */
	VERSION("version"),

	/**
	 * Commit that the application was built from.
	 */
	COMMIT("commit"),

	/**
	 * Branch that the application was built from.
	 */
	BRANCH("branch"),

	/**
	 * Address of the source repository.
	 */
	REPOSITORY_URL("repository.url"),

	/**
	 * Who hosts the source repository.
	 */
	REPOSITORY_PROVIDER("repository.provider");

	private final String dotted;

	private final String prometheus;

	Label(String dotted) {
		this.dotted = dotted;
		this.prometheus = dotted.replace('.', '_');
	}

	/**
	 * Return the key in OpenTelemetry and Micrometer.
	 * @return the dotted key
	 */
	public String dotted() {
		return this.dotted;
	}

	/**
	 * Return the name in Prometheus.
	 * @return the name with underscores
	 */
	public String prometheus() {
		return this.prometheus;
	}

}
