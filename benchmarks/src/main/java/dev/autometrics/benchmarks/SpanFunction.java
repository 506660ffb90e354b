package dev.autometrics.benchmarks;

import io.opentelemetry.instrumentation.annotations.WithSpan;

/**
 * A function that OpenTelemetry makes spans of.
 */
class SpanFunction {

	@WithSpan
	String call(String argument) {
		return argument;
	}

}
