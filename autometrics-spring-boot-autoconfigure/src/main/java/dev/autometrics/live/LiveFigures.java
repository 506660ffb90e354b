package dev.autometrics.live;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import dev.autometrics.model.FunctionId;

/**
 * The figures of every function of this instance. Safe for concurrent use.
 *
 * @since 0.1.0
 */
public final class LiveFigures {

	private final ConcurrentMap<FunctionId, FunctionFigures> figures = new ConcurrentHashMap<>();

	private final InstantSource clock;

	private final Instant since;

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
		return this.figures.computeIfAbsent(id, (key) -> new FunctionFigures());
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

}
