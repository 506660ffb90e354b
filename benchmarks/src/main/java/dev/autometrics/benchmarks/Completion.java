package dev.autometrics.benchmarks;

import org.openjdk.jmh.results.RunResult;

/**
 * The ways in which a call ends.
 */
enum Completion {

	/**
	 * With a value.
	 */
	VALUE("value", "proxiedValue", "measuredValue"),

	/**
	 * With a value, of a function that names exceptions that are no errors.
	 */
	VALUE_WITH_OK_FOR("value, `okFor`", "proxiedValue", "measuredValueWithOkFor"),

	/**
	 * With a value, in an application that has a classifier.
	 */
	VALUE_WITH_CLASSIFIER("value, a `ResultClassifier`", "proxiedValue", "measuredValueWithClassifier"),

	/**
	 * With a future that is completed when it is returned.
	 */
	FUTURE("completed `CompletableFuture`", "proxiedFuture", "measuredFuture"),

	/**
	 * With a Mono that is subscribed to once and has its value at hand.
	 */
	MONO("`Mono.just`, subscribed to", "proxiedMono", "measuredMono"),

	/**
	 * With a Mono that is subscribed to once and has to be asked for its value.
	 */
	MONO_OF_CALLABLE("`Mono.fromCallable`, subscribed to", "proxiedMonoOfCallable", "measuredMonoOfCallable"),

	/**
	 * With an exception, always the same.
	 */
	EXCEPTION("exception", "proxiedException", "measuredException"),

	/**
	 * With an exception that is no error.
	 */
	EXCEPTION_WITH_OK_FOR("exception, `okFor`", "proxiedException", "measuredExceptionWithOkFor"),

	/**
	 * With a value, and {@link HandWrittenInterceptor} in place of the library.
	 */
	VALUE_BY_HAND("value, an interceptor by hand", "proxiedValue", "handWrittenValue"),

	/**
	 * With an exception, and {@link HandWrittenInterceptor} in place of the library.
	 */
	EXCEPTION_BY_HAND("exception, an interceptor by hand", "proxiedException", "handWrittenException") {

		@Override
		Completion base() {
			return VALUE_BY_HAND;
		}

	};

	private final String title;

	private final String proxied;

	private final String measured;

	Completion(String title, String proxied, String measured) {
		this.title = title;
		this.proxied = proxied;
		this.measured = measured;
	}

	/**
	 * Return what this way to end a call is compared with.
	 * @return the way in which the same code ends a call with a value
	 */
	Completion base() {
		return VALUE;
	}

	String title() {
		return this.title;
	}

	boolean isProxied(RunResult result) {
		return isOf(this.proxied, result);
	}

	boolean isMeasured(RunResult result) {
		return isOf(this.measured, result);
	}

	private static boolean isOf(String benchmark, RunResult result) {
		return result.getParams().getBenchmark().equals(CompletionBenchmarks.class.getName() + "." + benchmark);
	}

}
