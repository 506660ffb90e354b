package dev.autometrics.conformance.app;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

import dev.autometrics.Autometrics;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Functions that the published expectations of release 0.5 speak of.
 */
@Component
@Profile("older")
public class Promises {

	/**
	 * Take time.
	 * @param duration how much
	 */
	@Autometrics(objective = "test_objective")
	public void keep(Duration duration) {
		long end = System.nanoTime() + duration.toNanos();
		for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}

	/**
	 * Fail.
	 * @param failure what to fail with
	 */
	@Autometrics
	public void breakWith(RuntimeException failure) {
		throw failure;
	}

	/**
	 * End later.
	 * @param end what ends it
	 * @return the same
	 */
	@Autometrics
	public CompletableFuture<String> keepLater(CompletableFuture<String> end) {
		return end;
	}

}
