package dev.autometrics.benchmarks;

import dev.autometrics.Autometrics;

/**
 * A function that the library measures.
 */
@Autometrics
class MeasuredFunction {

	String call(String argument) {
		return argument;
	}

}
