package dev.autometrics.sample;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.springframework.stereotype.Component;

/**
 * Stands in for the databases and networks that the shop does not have.
 */
@Component
public class Latency {

	/**
	 * Wait for a random time.
	 * @param shortest the shortest time, in milliseconds
	 * @param longest the longest time, in milliseconds
	 */
	public void ofMillis(int shortest, int longest) {
		long until = System.nanoTime()
				+ TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextInt(shortest, longest + 1));
		for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}

}
