package dev.autometrics.instrument;

import java.util.ArrayList;
import java.util.List;

import dev.autometrics.Result;
import dev.autometrics.model.FunctionId;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Calls that end while the application is still starting, kept until there are meters.
 * <p>
 * Asking for the registry as soon as the first call ends would create it in the middle of
 * the start, before its filters and common tags, or while it is itself being created.
 */
final class EarlyCalls implements FunctionMeters {

	/**
	 * More calls of one function than a start is expected to make; some megabytes.
	 */
	static final int LIMIT = 100_000;

	private static final Log logger = LogFactory.getLog(EarlyCalls.class);

	private final FunctionId function;

	private final List<EarlyCall> calls = new ArrayList<>();

	private long dropped;

	private @Nullable FunctionMeters successor;

	EarlyCalls(FunctionId function) {
		this.function = function;
	}

	@Override
	public synchronized void record(@Nullable FunctionId caller, Result result, long nanos) {
		if (this.successor != null) {
			this.successor.record(caller, result, nanos);
		}
		else if (this.calls.size() < LIMIT) {
			this.calls.add(new EarlyCall(caller, result, nanos));
		}
		else {
			this.dropped++;
		}
	}

	/**
	 * Record the calls so far, and hand on those of threads that still hold this object.
	 * @param meters where the calls belong
	 */
	synchronized void replayTo(FunctionMeters meters) {
		this.successor = meters;
		this.calls.forEach((call) -> meters.record(call.caller(), call.result(), call.nanos()));
		this.calls.clear();
		if (this.dropped > 0) {
			logger.warn(this.dropped + " calls of " + this.function + " are missing in its metrics: it was called more "
					+ "than " + LIMIT + " times before the application was ready");
		}
	}

	private record EarlyCall(@Nullable FunctionId caller, Result result, long nanos) {

	}

}
