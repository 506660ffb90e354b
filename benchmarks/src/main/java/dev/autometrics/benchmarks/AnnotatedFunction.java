package dev.autometrics.benchmarks;

import io.micrometer.core.annotation.Counted;
import io.micrometer.core.annotation.Timed;

/**
 * A function that Micrometer's aspects count and time. Its buckets, those of the
 * specification, are configured.
 */
class AnnotatedFunction {

	static final String CALLS = "annotated.calls";

	static final String DURATION = "annotated.calls.duration";

	@Counted(CALLS)
	@Timed(DURATION)
	String call(String argument) {
		return argument;
	}

}
