package dev.autometrics.compatibility.matrix.boot3;

import dev.autometrics.Autometrics;
import dev.autometrics.compatibility.matrix.Calls;
import dev.autometrics.compatibility.matrix.Covers;
import dev.autometrics.compatibility.matrix.MatrixApplication;
import dev.autometrics.compatibility.matrix.Row;
import org.junit.jupiter.api.Tag;

import org.springframework.retry.annotation.Backoff;
import org.springframework.retry.annotation.EnableRetry;
import org.springframework.retry.annotation.Retryable;

/**
 * What is counted beside the retry of the project Spring Retry, which needs AspectJ.
 */
@Tag("aspectj")
class SpringRetryTests {

	@Covers(Row.SPRING_RETRY)
	void countsOneCallWhateverItsAttempts() {
		try (MatrixApplication application = MatrixApplication.with("autometrics.order=0", Stubborn.class)) {
			application.bean(Stubborn.class).run();

			application.showsOnly(Calls.of(Stubborn.class, "run").ok(1));
		}
	}

	@Covers(Row.SPRING_RETRY_LAST)
	void countsEachAttemptInside() {
		try (MatrixApplication application = MatrixApplication.with("autometrics.order=2147483647", Stubborn.class)) {
			application.bean(Stubborn.class).run();

			application.showsOnly(Calls.of(Stubborn.class, "run").error(2).ok(1));
		}
	}

	@EnableRetry
	static class Stubborn {

		private int attempts;

		@Autometrics
		@Retryable(maxAttempts = 4, backoff = @Backoff(delay = 0))
		void run() {
			if (++this.attempts < 3) {
				throw new IllegalStateException();
			}
		}

	}

}
