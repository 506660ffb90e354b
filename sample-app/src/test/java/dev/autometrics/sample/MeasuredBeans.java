package dev.autometrics.sample;

import java.util.concurrent.CountDownLatch;

import dev.autometrics.Autometrics;

/**
 * Functions whose calls the tests make, and therefore know.
 */
final class MeasuredBeans {

	private MeasuredBeans() {
	}

	/**
	 * A function of which every fourth call fails.
	 */
	static class Ticker {

		@Autometrics
		void tick(int number) {
			if (number % 4 == 0) {
				throw new DeliberateException();
			}
		}

	}

	/**
	 * A function that takes as long as it is told to.
	 */
	static class Sleeper {

		private final Latency latency;

		Sleeper(Latency latency) {
			this.latency = latency;
		}

		@Autometrics
		void nap(int millis) {
			this.latency.ofMillis(millis, millis);
		}

	}

	/**
	 * A function whose calls stay under way until the gate is opened.
	 */
	static class Gate {

		private final CountDownLatch open = new CountDownLatch(1);

		@Autometrics(trackConcurrency = true)
		void pass() {
			try {
				this.open.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		void open() {
			this.open.countDown();
		}

	}

	/**
	 * A function that calls another one and outlives its failures.
	 */
	static class Front {

		private final Back back;

		Front(Back back) {
			this.back = back;
		}

		@Autometrics
		void ask(int number) {
			try {
				this.back.answer(number);
			}
			catch (DeliberateException ex) {
				// The failure of the other function is not one of this.
			}
		}

	}

	/**
	 * A function of which every fifth call fails.
	 */
	static class Back {

		@Autometrics
		void answer(int number) {
			if (number % 5 == 0) {
				throw new DeliberateException();
			}
		}

	}

}
