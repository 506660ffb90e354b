package dev.autometrics.live;

import java.util.concurrent.atomic.LongAdder;

import dev.autometrics.Result;
import dev.autometrics.model.FunctionId;
import org.jspecify.annotations.Nullable;

/**
 * Calls of one function since the start. Written on the hot path by many threads, so it
 * is made of adders alone; readers get sums that may lag behind calls under way.
 * <p>
 * Durations and callers are counted once somebody can see them. The calls until then are
 * in the sums all the same. Once nobody ever will see them, nothing is counted.
 *
 * @since 0.1.0
 */
public final class FunctionFigures {

	/**
	 * Sums are not read at one instant: a reader that is held up between two of them
	 * would take the calls of that time for calls under way. So it reads until none has
	 * ended in between, and settles for the lower bound when that does not happen.
	 */
	private static final int ATTEMPTS = 10;

	private final LongAdder started = new LongAdder();

	private final LongAdder succeeded = new LongAdder();

	private final LongAdder failed = new LongAdder();

	private final LongAdder series = new LongAdder();

	private final LongAdder callerSeries = new LongAdder();

	private volatile @Nullable CallDetails details;

	private volatile boolean counted = true;

	private boolean published;

	/**
	 * Count a call in.
	 */
	public void start() {
		if (this.counted) {
			this.started.increment();
		}
	}

	/**
	 * Take back a call that was counted in and turns out to be none.
	 */
	public void discard() {
		if (this.counted) {
			this.started.decrement();
		}
	}

	/**
	 * Count a call that was counted in as ended.
	 * @param caller the function that called, {@code null} where there is none
	 * @param result how it ended
	 * @param nanos how long it took, in nanoseconds
	 */
	public void end(@Nullable FunctionId caller, Result result, long nanos) {
		CallDetails details = this.details;
		if (details != null) {
			details.record(caller, result, nanos);
		}
		else if (this.counted) {
			((result == Result.OK) ? this.succeeded : this.failed).increment();
		}
	}

	/**
	 * Count calls whoever can see them, for the number of those under way is a metric.
	 */
	public synchronized void publishConcurrency() {
		this.published = true;
		this.counted = true;
	}

	/**
	 * Count no more calls, unless the number of those under way is a metric.
	 */
	synchronized void stop() {
		this.counted = this.published;
	}

	/**
	 * Count durations and callers from now on.
	 * @param details what they are counted in, unless there is something already
	 */
	synchronized void detail(CallDetails details) {
		if (this.details == null) {
			this.details = details;
		}
	}

	@Nullable CallDetails details() {
		return this.details;
	}

	/**
	 * Count series that Prometheus has of the function, whoever calls it.
	 * @param count the number of them
	 */
	public void addSeries(int count) {
		this.series.add(count);
	}

	/**
	 * Count series that Prometheus has of the calls of a function by another.
	 * @param count the number of them
	 */
	public void addCallerSeries(int count) {
		this.callerSeries.add(count);
	}

	/**
	 * Return the number of series that Prometheus has of the function, whoever calls it.
	 * @return the series without those of its callers
	 */
	public long series() {
		return this.series.sum();
	}

	/**
	 * Return the number of series that tell the callers of the function apart.
	 * @return the series of its callers
	 */
	public long callerSeries() {
		return this.callerSeries.sum();
	}

	/**
	 * Return the number of calls that have ended.
	 * @return the calls, good and bad
	 */
	public long calls() {
		CallDetails details = this.details;
		return this.succeeded.sum() + this.failed.sum() + ((details != null) ? details.calls() : 0);
	}

	/**
	 * Return the number of calls that have failed.
	 * @return the calls that ended with {@link Result#ERROR}
	 */
	public long errors() {
		CallDetails details = this.details;
		return this.failed.sum() + ((details != null) ? details.errors() : 0);
	}

	/**
	 * Return the number of calls under way.
	 * @return the calls that have started and not ended, never negative
	 */
	public long concurrent() {
		long ended = calls();
		long concurrent = 0;
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			concurrent = Math.max(0, this.started.sum() - ended);
			long endedSince = calls();
			if (endedSince == ended) {
				return concurrent;
			}
			concurrent = Math.max(0, concurrent - (endedSince - ended));
			ended = endedSince;
		}
		return concurrent;
	}

}
