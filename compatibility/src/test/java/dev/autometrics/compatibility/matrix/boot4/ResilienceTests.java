package dev.autometrics.compatibility.matrix.boot4;

import dev.autometrics.Autometrics;
import dev.autometrics.compatibility.matrix.Calls;
import dev.autometrics.compatibility.matrix.Covers;
import dev.autometrics.compatibility.matrix.MatrixApplication;
import dev.autometrics.compatibility.matrix.Row;

import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.resilience.annotation.Retryable;

/**
 * What is counted beside Spring's own retry, which is outside of all other advice.
 */
class ResilienceTests {

	@Covers(Row.RESILIENCE)
	void countsEachAttempt() {
		callTwiceRefused("autometrics.order=0");
	}

	@Covers(Row.RESILIENCE_LAST)
	void countsEachAttemptInside() {
		callTwiceRefused("autometrics.order=2147483647");
	}

	private static void callTwiceRefused(String order) {
		try (MatrixApplication application = MatrixApplication.with(order, Stubborn.class)) {
			application.bean(Stubborn.class).run();

			application.showsOnly(Calls.of(Stubborn.class, "run").error(2).ok(1));
		}
	}

	@EnableResilientMethods
	static class Stubborn {

		private int attempts;

		@Autometrics
		@Retryable(maxRetries = 3, delay = 0)
		void run() {
			if (++this.attempts < 3) {
				throw new IllegalStateException();
			}
		}

	}

}
