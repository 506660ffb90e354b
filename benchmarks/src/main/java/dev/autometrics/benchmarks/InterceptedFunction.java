package dev.autometrics.benchmarks;

/**
 * A function behind a proxy that does nothing.
 */
@Intercepted
class InterceptedFunction {

	String call(String argument) {
		return argument;
	}

}
