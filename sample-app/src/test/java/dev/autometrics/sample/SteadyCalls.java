package dev.autometrics.sample;

import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;

/**
 * Calls at a steady pace, one at a time. It remembers when each of them ended, however it
 * ended: that is the truth that measured rates are compared with.
 */
final class SteadyCalls implements AutoCloseable {

	private static final int PATIENCE_IN_SECONDS = 120;

	private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

	private final Queue<Double> ends = new ConcurrentLinkedQueue<>();

	private final IntConsumer call;

	private final int limit;

	private final Future<?> calls;

	/**
	 * Start to call.
	 * @param perSecond the pace
	 * @param limit the number of calls after which it stops
	 * @param call what is called, with the number of the call, starting at 1
	 */
	SteadyCalls(int perSecond, int limit, IntConsumer call) {
		this.call = call;
		this.limit = limit;
		this.calls = this.executor.scheduleAtFixedRate(this::next, 0, TimeUnit.SECONDS.toMicros(1) / perSecond,
				TimeUnit.MICROSECONDS);
	}

	private void next() {
		int number = this.ends.size() + 1;
		try {
			this.call.accept(number);
		}
		catch (DeliberateException ex) {
			// The function counts it as an error; here it is a call like the others.
		}
		this.ends.add(System.currentTimeMillis() / 1000.0);
		if (number == this.limit) {
			this.executor.shutdown();
		}
	}

	/**
	 * Wait for the last call.
	 * @return when it ended, in seconds since the epoch
	 */
	double awaitLast() throws InterruptedException, ExecutionException, TimeoutException {
		try {
			this.calls.get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
		}
		catch (CancellationException ex) {
			// Repeated tasks have no other end.
		}
		return this.ends.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
	}

	/**
	 * Count the calls that ended within a time.
	 * @param after the start, exclusive, in seconds since the epoch
	 * @param until the end, inclusive
	 * @return the number of calls
	 */
	long endedBetween(double after, double until) {
		return this.ends.stream().filter((end) -> end > after && end <= until).count();
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
	}

}
