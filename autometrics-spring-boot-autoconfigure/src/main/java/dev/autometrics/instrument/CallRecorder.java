package dev.autometrics.instrument;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

import dev.autometrics.Result;
import dev.autometrics.live.FunctionFigures;
import dev.autometrics.live.LiveFigures;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.problems.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Hands out what records the calls of a function. It exists before there is anything to
 * record to: calls that end before {@link #open} are kept and recorded then. Safe for
 * concurrent use.
 *
 * @since 0.1.0
 */
public final class CallRecorder {

	private final ConcurrentMap<FunctionId, FunctionRecorder> recorders = new ConcurrentHashMap<>();

	private final AtomicInteger earlyCallsLeft = new AtomicInteger(EarlyCalls.LIMIT);

	private final LiveFigures figures;

	private final LongSupplier clock;

	private final Settings settings;

	private final Problems problems;

	private final RecordingFailures failures;

	private volatile @Nullable Tracker tracker;

	private volatile CallSpans spans = CallSpans.UNKNOWN;

	/**
	 * Create a recorder.
	 * @param figures the figures that calls are counted in beside the metrics
	 * @param clock a clock that only moves forward, in nanoseconds
	 * @param settings what is recorded
	 * @param problems where calls are reported that could not be recorded
	 */
	public CallRecorder(LiveFigures figures, LongSupplier clock, Settings settings, Problems problems) {
		this.figures = figures;
		this.clock = clock;
		this.settings = settings;
		this.problems = problems;
		this.failures = new RecordingFailures(problems);
	}

	/**
	 * Return what records the calls of a function. Once there is a tracker, the meters of
	 * the function are registered at the latest now.
	 * @param function the function
	 * @return the same object for the same identity
	 */
	public FunctionRecorder recorderOf(InstrumentedFunction function) {
		FunctionRecorder recorder = this.recorders.computeIfAbsent(function.id(), (id) -> create(function));
		Tracker tracker = this.tracker;
		if (tracker != null) {
			recorder.open(tracker);
		}
		return recorder;
	}

	private FunctionRecorder create(InstrumentedFunction function) {
		FunctionFigures figures = this.figures.of(function.id());
		if (function.concurrencyTracked()) {
			figures.publishConcurrency();
		}
		return new FunctionRecorder(function, figures, this);
	}

	EarlyCalls earlyCallsOf(FunctionId function) {
		return new EarlyCalls(function, this.earlyCallsLeft, this.problems);
	}

	long time() {
		return this.clock.getAsLong();
	}

	boolean tracksCallers() {
		return this.settings.callersTracked();
	}

	Result resultOfCancellation() {
		return this.settings.cancellation();
	}

	@Nullable CallSpan span(FunctionId function) {
		try {
			return this.spans.current();
		}
		catch (Throwable ex) {
			this.failures.report("find the span of a call of", function, ex);
			return null;
		}
	}

	FunctionMeters around(FunctionMeters meters) {
		return this.spans.around(meters);
	}

	RecordingFailures failures() {
		return this.failures;
	}

	/**
	 * Carry spans from the start of a call to its end from now on. Comes before
	 * {@link #open}.
	 * @param spans what knows the span that is current
	 */
	public void carry(CallSpans spans) {
		this.spans = spans;
	}

	/**
	 * Record to a tracker from now on, the calls that have ended so far included.
	 * @param tracker the tracker
	 */
	public void open(Tracker tracker) {
		this.tracker = tracker;
		this.recorders.values().forEach((recorder) -> recorder.open(tracker));
	}

	/**
	 * What is recorded.
	 *
	 * @param callersTracked whether calls are told apart by their caller
	 * @param cancellation the result of a call that is cancelled
	 */
	public record Settings(boolean callersTracked, Result cancellation) {

		/**
		 * Callers are told apart, and a cancellation is no error.
		 */
		public static final Settings DEFAULT = new Settings(true, Result.OK);

	}

}
