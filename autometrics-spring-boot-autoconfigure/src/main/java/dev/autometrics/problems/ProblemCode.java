package dev.autometrics.problems;

import java.util.Locale;

/**
 * The kinds of problems. A code means the same in every release and is never used again
 * for something else; {@code docs/problems.md} explains each.
 *
 * @since 0.1.0
 */
public enum ProblemCode {

	/**
	 * A marked method that calls do not pass Spring's proxy to.
	 */
	METHOD_NOT_REACHED("AM-101", Severity.WARN),

	/**
	 * A measured method that its own class calls.
	 */
	SELF_INVOCATION("AM-102", Severity.WARN),

	/**
	 * A meter that a registry refuses.
	 */
	METER_REJECTED("AM-103", Severity.WARN),

	/**
	 * More functions than the limit.
	 */
	TOO_MANY_FUNCTIONS("AM-104", Severity.WARN),

	/**
	 * A bean that was there before Spring could make a proxy of it.
	 */
	BEAN_NOT_PROXIED("AM-105", Severity.WARN),

	/**
	 * A Prometheus that is configured and does not answer.
	 */
	PROMETHEUS_UNAVAILABLE("AM-106", Severity.WARN),

	/**
	 * Nothing makes proxies in the application.
	 */
	AUTO_PROXYING_OFF("AM-107", Severity.WARN),

	/**
	 * A class that Spring cannot make a proxy of.
	 */
	CLASS_NOT_PROXYABLE("AM-108", Severity.WARN),

	/**
	 * A marked class that no bean is of.
	 */
	CLASS_IS_NO_BEAN("AM-109", Severity.WARN),

	/**
	 * A meter that a filter of the application denies.
	 */
	METER_DENIED("AM-110", Severity.INFO),

	/**
	 * A metric {@code build_info} that is not that of Autometrics.
	 */
	OTHER_BUILD_INFO("AM-111", Severity.WARN),

	/**
	 * Buckets that were replaced, so that thresholds are missing.
	 */
	BUCKETS_REPLACED("AM-112", Severity.WARN),

	/**
	 * Durations that leave over OTLP in milliseconds.
	 */
	OTLP_IN_MILLISECONDS("AM-113", Severity.WARN),

	/**
	 * The endpoint is not exposed.
	 */
	ENDPOINT_NOT_EXPOSED("AM-114", Severity.INFO),

	/**
	 * There is no registry to record to.
	 */
	NO_REGISTRY("AM-115", Severity.WARN),

	/**
	 * More callers of a function than the limit.
	 */
	TOO_MANY_CALLERS("AM-116", Severity.WARN),

	/**
	 * More series than the limit.
	 */
	TOO_MANY_SERIES("AM-117", Severity.WARN),

	/**
	 * Recording has failed.
	 */
	RECORDING_FAILED("AM-118", Severity.WARN),

	/**
	 * A name on a type, where it is of no use.
	 */
	NAME_IGNORED("AM-119", Severity.WARN),

	/**
	 * A marked class whose methods cannot be read.
	 */
	CLASS_NOT_READABLE("AM-120", Severity.WARN),

	/**
	 * A function whose calls end later than can be seen.
	 */
	END_NOT_SEEN("AM-121", Severity.WARN),

	/**
	 * Callers are to be carried to other threads, and what it takes is missing.
	 */
	PROPAGATION_UNAVAILABLE("AM-122", Severity.WARN),

	/**
	 * A class that is not woven.
	 */
	CLASS_NOT_WOVEN("AM-123", Severity.WARN),

	/**
	 * Calls that were made before the application was ready, more than could be kept.
	 */
	EARLY_CALLS_LOST("AM-124", Severity.WARN),

	/**
	 * A pattern of types that no bean matches.
	 */
	PATTERN_WITHOUT_MATCH("AM-125", Severity.WARN),

	/**
	 * A function that names an objective that nobody has declared.
	 */
	UNKNOWN_OBJECTIVE("AM-126", Severity.WARN),

	/**
	 * An objective that is allowed and most likely a mistake.
	 */
	QUESTIONABLE_OBJECTIVE("AM-127", Severity.WARN),

	/**
	 * An OpenTelemetry that records no metrics.
	 */
	NOOP_OPENTELEMETRY("AM-131", Severity.WARN);

	private final String code;

	private final Severity severity;

	ProblemCode(String code, Severity severity) {
		this.code = code;
		this.severity = severity;
	}

	/**
	 * Return the code.
	 * @return the code, such as {@code AM-101}
	 */
	public String code() {
		return this.code;
	}

	/**
	 * Return how bad such a problem is as a rule.
	 * @return the severity
	 */
	public Severity severity() {
		return this.severity;
	}

	/**
	 * Return where the code is explained.
	 * @return a path within the project's source, with an anchor
	 */
	public String docs() {
		return "docs/problems.md#" + this.code.toLowerCase(Locale.ROOT);
	}

}
