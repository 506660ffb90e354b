package dev.autometrics.instrument;

import java.util.concurrent.atomic.AtomicInteger;

import dev.autometrics.model.FunctionId;
import dev.autometrics.problems.Problem;
import dev.autometrics.problems.ProblemCode;
import dev.autometrics.problems.Problems;

/**
 * The time series of an application, counted against {@link Limits}. Safe for concurrent
 * use.
 */
final class SeriesBudget {

	private static final int SERIES_OF_A_CALLER = 2;

	private final AtomicInteger functions = new AtomicInteger();

	private final AtomicInteger series = new AtomicInteger();

	private final Limits limits;

	private final Problems problems;

	SeriesBudget(Limits limits, Problems problems) {
		this.limits = limits;
		this.problems = problems;
	}

	/**
	 * Count a function.
	 * @param series the number of its series
	 */
	void addFunction(int series) {
		this.series.addAndGet(series + SERIES_OF_A_CALLER);
		if (this.functions.incrementAndGet() > this.limits.functions()) {
			this.problems.report(new Problem(ProblemCode.TOO_MANY_FUNCTIONS, "autometrics.limits.functions",
					"More than " + this.limits.functions() + " functions are measured, at some 20 series each.",
					"Leave some out with @SkipAutometrics or autometrics.exclude, or raise the limit."));
		}
	}

	/**
	 * Count a caller, if there is room for one more.
	 * @param function the function that is called
	 * @param callers the number of callers that it has already
	 * @return {@code false} if the caller is not to be told apart
	 */
	boolean addCaller(FunctionId function, int callers) {
		if (callers >= this.limits.callers()) {
			this.problems.report(new Problem(ProblemCode.TOO_MANY_CALLERS, function.toString(),
					"It has more than " + this.limits.callers()
							+ " callers. Calls of further ones are counted without a caller.",
					"Raise autometrics.limits.callers, or set autometrics.callers.enabled=false."));
			return false;
		}
		if (this.series.addAndGet(SERIES_OF_A_CALLER) > this.limits.series()) {
			this.series.addAndGet(-SERIES_OF_A_CALLER);
			this.problems.report(new Problem(ProblemCode.TOO_MANY_SERIES, "autometrics.limits.series",
					"There are " + this.limits.series()
							+ " series of functions. Calls of further callers are counted without a caller.",
					"Raise the limit, measure fewer functions, or set autometrics.callers.enabled=false."));
			return false;
		}
		return true;
	}

}
