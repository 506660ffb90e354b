package dev.autometrics.instrument;

import dev.autometrics.Result;
import dev.autometrics.live.FunctionFigures;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.InstrumentedFunction;
import org.jspecify.annotations.Nullable;

/**
 * Records the calls of one function. Safe for concurrent use; nothing that goes wrong
 * while recording is thrown.
 * <p>
 * {@link #start} and {@link #end} are the hot path of the library: everything that can be
 * known of a function beforehand is resolved here, so that a call allocates nothing.
 *
 * @since 0.1.0
 */
public final class FunctionRecorder {

	private final InstrumentedFunction function;

	private final FunctionFigures figures;

	private final CallRecorder owner;

	private volatile FunctionMeters meters;

	FunctionRecorder(InstrumentedFunction function, FunctionFigures figures, CallRecorder owner) {
		this.function = function;
		this.figures = figures;
		this.owner = owner;
		this.meters = owner.earlyCallsOf(function.id());
	}

	/**
	 * Start a call that may end later than the method returns.
	 * @param caller the function that calls, {@code null} where there is none
	 * @param rule what its end counts as
	 * @return the call
	 */
	public Call call(@Nullable FunctionRecorder caller, ResultRule rule) {
		return call(caller, rule, start());
	}

	/**
	 * Return a call that has been started and turns out to end later.
	 * @param caller the function that calls, {@code null} where there is none
	 * @param rule what its end counts as
	 * @param start what {@link #start} returned
	 * @return the call
	 */
	public Call call(@Nullable FunctionRecorder caller, ResultRule rule, long start) {
		return new Call(this, caller, rule, start);
	}

	/**
	 * Start a call.
	 * @return the time of the start, to be handed to {@link #end}
	 */
	public long start() {
		this.figures.start();
		return this.owner.time();
	}

	/**
	 * Return the time at which a call starts, if it turns out to be one.
	 * @return the time, to be handed to {@link #startedAt}
	 */
	public long time() {
		return this.owner.time();
	}

	/**
	 * Start a call that has turned out to be one.
	 * @param time what {@link #time} returned
	 * @return the time of the start, to be handed to {@link #end}
	 */
	public long startedAt(long time) {
		this.figures.start();
		return time;
	}

	/**
	 * End a call.
	 * @param caller the function that called, {@code null} where there is none
	 * @param start what {@link #start} returned
	 * @param result how the call ended
	 */
	public void end(@Nullable FunctionRecorder caller, long start, Result result) {
		try {
			long nanos = this.owner.time() - start;
			FunctionId id = idOf(caller);
			this.figures.end(id, result, nanos);
			this.meters.record(id, result, nanos);
		}
		catch (Throwable ex) {
			this.owner.failures().report("record a call of", this.function.id(), ex);
		}
	}

	/**
	 * Take back a call that was started and turns out to be none.
	 */
	void discard() {
		this.figures.discard();
	}

	@Nullable CallSpan span() {
		return this.owner.span(this.function.id());
	}

	Result resultOfCancellation() {
		return this.owner.resultOfCancellation();
	}

	private @Nullable FunctionId idOf(@Nullable FunctionRecorder caller) {
		return (caller != null && this.owner.tracksCallers()) ? caller.function.id() : null;
	}

	/**
	 * Write to the meters of a tracker from now on, the calls made so far included.
	 * @param tracker the tracker
	 */
	synchronized void open(Tracker tracker) {
		if (this.meters instanceof EarlyCalls earlyCalls) {
			FunctionMeters registered = this.owner.around(tracker.register(this.function, this.figures));
			this.meters = registered;
			earlyCalls.replayTo(registered);
		}
	}

	@Override
	public String toString() {
		return this.function.id().toString();
	}

}
