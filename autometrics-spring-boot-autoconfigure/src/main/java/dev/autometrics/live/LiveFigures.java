package dev.autometrics.live;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

import dev.autometrics.model.FunctionId;
import org.jspecify.annotations.Nullable;

/**
 * The figures of every function of this instance. Safe for concurrent use.
 *
 * @since 0.1.0
 */
public final class LiveFigures {

	private final ConcurrentMap<FunctionId, FunctionFigures> figures = new ConcurrentHashMap<>();

	private final InstantSource clock;

	private final Instant since;

	private volatile @Nullable Details details;

	private volatile boolean stopped;

	/**
	 * Create figures that start now.
	 * @param clock what tells the time
	 */
	public LiveFigures(InstantSource clock) {
		this.clock = clock;
		this.since = clock.instant();
	}

	/**
	 * Return the figures of a function, creating them where there are none.
	 * @param id the function
	 * @return its figures, the same object every time
	 */
	public FunctionFigures of(FunctionId id) {
		FunctionFigures figures = this.figures.computeIfAbsent(id, (key) -> create());
		Details details = this.details;
		if (details != null && figures.details() == null) {
			figures.detail(details.of(id));
		}
		return figures;
	}

	private FunctionFigures create() {
		FunctionFigures figures = new FunctionFigures();
		if (this.stopped) {
			figures.stop();
		}
		return figures;
	}

	/**
	 * Count durations and callers of all functions from now on. Without this a call costs
	 * nothing for them.
	 * @param details how they are counted
	 */
	public void detail(Details details) {
		this.details = details;
		this.figures.keySet().forEach(this::of);
	}

	/**
	 * Count no more calls, for nobody will ever see them. Functions whose number of calls
	 * under way is a metric go on.
	 */
	public void stop() {
		this.stopped = true;
		this.figures.values().forEach(FunctionFigures::stop);
	}

	Map<FunctionId, FunctionFigures> all() {
		return Collections.unmodifiableMap(this.figures);
	}

	/**
	 * Return when counting started.
	 * @return the time of creation
	 */
	public Instant since() {
		return this.since;
	}

	/**
	 * Return the time at which the figures are read.
	 * @return the current time
	 */
	public Instant now() {
		return this.clock.instant();
	}

	/**
	 * How durations and callers are counted.
	 *
	 * @param bounds the upper bounds of the buckets of a function, in nanoseconds and in
	 * ascending order
	 * @param callers the callers of one function that are told apart
	 */
	public record Details(Function<FunctionId, long[]> bounds, int callers) {

		private CallDetails of(FunctionId id) {
			return new CallDetails(this.bounds.apply(id), this.callers);
		}

	}

}
