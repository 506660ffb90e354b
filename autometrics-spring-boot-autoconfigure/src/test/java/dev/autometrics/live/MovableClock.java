package dev.autometrics.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that a test moves.
 */
public final class MovableClock implements InstantSource {

	private Instant now = Instant.parse("2026-11-22T14:00:00Z");

	@Override
	public Instant instant() {
		return this.now;
	}

	/**
	 * Move the clock.
	 * @param duration how far, possibly back
	 */
	public void move(Duration duration) {
		this.now = this.now.plus(duration);
	}

}
