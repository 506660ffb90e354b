package dev.autometrics.benchmarks;

import org.openjdk.jmh.results.RunResult;

/**
 * The ways in which a function is called.
 */
enum Variant {

	/**
	 * A direct call.
	 */
	PLAIN("plain", "plain call"),

	/**
	 * Spring's proxy around the call, with advice that does nothing.
	 */
	EMPTY_PROXY("emptyProxy", "proxy with an empty interceptor"),

	/**
	 * A direct call of a function that counts and times itself.
	 */
	HAND_WRITTEN("handWritten", "counter and timer by hand"),

	/**
	 * This library.
	 */
	AUTOMETRICS("autometrics", "@Autometrics"),

	/**
	 * This library while its endpoint is exposed.
	 */
	EXPOSED("autometricsExposed", "@Autometrics, endpoint exposed"),

	/**
	 * Micrometer's annotations of meters.
	 */
	TIMED_AND_COUNTED("timedAndCounted", "@Timed and @Counted, bare aspects"),

	/**
	 * The same with the aspects that Spring Boot declares.
	 */
	TIMED_AND_COUNTED_BY_BOOT("timedAndCountedByBoot", "@Timed and @Counted, Spring Boot's aspects"),

	/**
	 * Micrometer's annotation of observations.
	 */
	OBSERVED("observed", "@Observed"),

	/**
	 * OpenTelemetry's annotation.
	 */
	WITH_SPAN("withSpan", "@WithSpan");

	private final String benchmark;

	private final String title;

	Variant(String benchmark, String title) {
		this.benchmark = benchmark;
		this.title = title;
	}

	boolean isVariantOf(RunResult result, Class<?> benchmarks) {
		return result.getParams().getBenchmark().equals(benchmarks.getName() + "." + this.benchmark);
	}

	String title() {
		return this.title;
	}

}
