package dev.autometrics.benchmarks;

import io.micrometer.observation.annotation.Observed;

/**
 * A function that Micrometer observes. Meters are all that comes of an observation. The
 * buckets, those of the specification, are configured.
 */
class ObservedFunction {

	static final String CALLS = "observed.calls";

	@Observed(name = CALLS)
	String call(String argument) {
		return argument;
	}

}
