package dev.autometrics.benchmarks;

/**
 * Functions that {@link HandWrittenInterceptor} measures, for two ways to end a call.
 */
class HandWrittenCompletions {

	String value(String argument) {
		return argument;
	}

	String exception(IllegalStateException exception) {
		throw exception;
	}

}
