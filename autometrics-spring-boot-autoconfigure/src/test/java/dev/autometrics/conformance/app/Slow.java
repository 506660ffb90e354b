package dev.autometrics.conformance.app;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import dev.autometrics.Autometrics;

import org.springframework.stereotype.Component;

/**
 * A function that takes time.
 */
@Component
public class Slow {

	@Autometrics
	public void take(Duration duration) {
		long end = System.nanoTime() + duration.toNanos();
		for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}

}
