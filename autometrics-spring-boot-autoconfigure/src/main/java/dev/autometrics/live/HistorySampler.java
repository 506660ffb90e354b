package dev.autometrics.live;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Takes the samples of a history, on a thread of its own.
 *
 * @since 0.1.0
 */
public final class HistorySampler implements AutoCloseable {

	private static final String THREAD = "autometrics-history";

	/**
	 * More than a sample takes.
	 */
	private static final Duration LONGEST_END = Duration.ofSeconds(2);

	private final CallHistory history;

	private final CountDownLatch end = new CountDownLatch(1);

	private @Nullable Thread thread;

	/**
	 * Create a sampler that does nothing yet.
	 * @param history the history
	 */
	public HistorySampler(CallHistory history) {
		this.history = history;
	}

	/**
	 * Take samples from now on, unless there is no history.
	 */
	public synchronized void start() {
		if (this.thread == null && this.history.settings().samples() > 0) {
			Thread thread = new Thread(null, this::run, THREAD, 0, false);
			thread.setDaemon(true);
			thread.setContextClassLoader(null);
			thread.start();
			this.thread = thread;
		}
	}

	private void run() {
		long interval = this.history.settings().interval().toMillis();
		try {
			while (!this.end.await(interval, TimeUnit.MILLISECONDS)) {
				this.history.sample();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Take no more samples, and wait for the thread to end.
	 */
	@Override
	public synchronized void close() {
		this.end.countDown();
		if (this.thread != null) {
			try {
				this.thread.join(LONGEST_END.toMillis());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

}
