package dev.autometrics.benchmarks;

import dev.autometrics.Autometrics;

/**
 * The function that calls the others, as far as the library is concerned.
 */
@Autometrics
class CallingFunction {

	void call() {
	}

}
