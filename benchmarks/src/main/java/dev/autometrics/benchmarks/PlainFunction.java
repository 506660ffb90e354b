package dev.autometrics.benchmarks;

/**
 * A function without a proxy and without meters.
 */
class PlainFunction {

	String call(String argument) {
		return argument;
	}

}
