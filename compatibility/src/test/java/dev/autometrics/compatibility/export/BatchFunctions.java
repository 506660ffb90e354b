package dev.autometrics.compatibility.export;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import dev.autometrics.Autometrics;

/**
 * A job that takes a while, so that its duration tells seconds from milliseconds.
 */
public class BatchFunctions {

	private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(30);

	/**
	 * Take thirty milliseconds by the clock that calls are measured with, never less.
	 */
	@Autometrics
	public void load() {
		long end = System.nanoTime() + NANOS;
		for (long left = NANOS; left > 0; left = end - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}

}
