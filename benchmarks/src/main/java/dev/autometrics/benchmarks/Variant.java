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
	 * Micrometer's annotations.
	 */
	TIMED_AND_COUNTED("timedAndCounted", "@Timed and @Counted");

	private final String benchmark;

	private final String title;

	Variant(String benchmark, String title) {
		this.benchmark = benchmark;
		this.title = title;
	}

	boolean isVariantOf(RunResult result) {
		return result.getParams().getBenchmark().equals(CallBenchmarks.class.getName() + "." + this.benchmark);
	}

	String title() {
		return this.title;
	}

}
