package dev.autometrics.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.autometrics.Result;
import dev.autometrics.model.FunctionId;
import dev.autometrics.problems.Problem;
import dev.autometrics.problems.ProblemCode;
import dev.autometrics.problems.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Calls that end while the application is still starting, kept until there are meters.
 * <p>
 * Asking for the registry as soon as the first call ends would create it in the middle of
 * the start, before its filters and common tags, or while it is itself being created.
 */
final class EarlyCalls implements FunctionMeters {

	/**
	 * More calls than a start is expected to make, of all functions; some megabytes.
	 */
	static final int LIMIT = 100_000;

	private final FunctionId function;

	private final AtomicInteger left;

	private final Problems problems;

	private final List<EarlyCall> calls = new ArrayList<>();

	private long dropped;

	private @Nullable FunctionMeters successor;

	/**
	 * Create an empty list.
	 * @param function the function that is called
	 * @param left how many more calls are kept, of all functions
	 * @param problems where calls are reported that are not kept
	 */
	EarlyCalls(FunctionId function, AtomicInteger left, Problems problems) {
		this.function = function;
		this.left = left;
		this.problems = problems;
	}

	@Override
	public synchronized void record(@Nullable FunctionId caller, Result result, long nanos) {
		if (this.successor != null) {
			this.successor.record(caller, result, nanos);
		}
		else if (this.left.getAndUpdate((left) -> Math.max(0, left - 1)) > 0) {
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
			this.problems.report(new Problem(ProblemCode.EARLY_CALLS_LOST, this.function.toString(),
					this.dropped + " calls are missing in its metrics: more than " + LIMIT
							+ " calls of functions ended before the application was ready.",
					"Call it less often during the start."));
		}
	}

	private record EarlyCall(@Nullable FunctionId caller, Result result, long nanos) {

	}

}
