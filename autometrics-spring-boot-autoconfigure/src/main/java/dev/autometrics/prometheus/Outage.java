package dev.autometrics.prometheus;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Keeps requests from a Prometheus that does not answer. After a failure nobody asks for
 * some time, longer each time. Then one request finds out, and nobody waits for it.
 */
final class Outage {

	private static final Duration FIRST = Duration.ofSeconds(5);

	private static final Duration LONGEST = Duration.ofSeconds(60);

	private final InstantSource clock;

	private PrometheusHealth health = PrometheusHealth.UNKNOWN;

	private @Nullable PrometheusException failure;

	private Duration delay = Duration.ZERO;

	private boolean probing;

	Outage(InstantSource clock) {
		this.clock = clock;
	}

	synchronized PrometheusHealth health() {
		return this.health;
	}

	/**
	 * Begin to ask.
	 * @return whether this request is the one that finds out
	 * @throws PrometheusException if there is no point in asking
	 */
	synchronized boolean enter() {
		if (this.failure == null) {
			return false;
		}
		Instant retryAt = Objects.requireNonNull(this.health.retryAt());
		if (this.probing || this.clock.instant().isBefore(retryAt)) {
			throw new PrometheusException(this.failure.kind(), Objects.requireNonNull(this.failure.getMessage()));
		}
		this.probing = true;
		return true;
	}

	/**
	 * End to ask, as the one that found out.
	 */
	synchronized void leave() {
		this.probing = false;
	}

	synchronized void answered() {
		this.failure = null;
		this.delay = Duration.ZERO;
		this.health = new PrometheusHealth(null, null, this.clock.instant(), null);
	}

	/**
	 * Note a failure. Requests that fail together are one.
	 * @param ex what went wrong
	 */
	synchronized void failed(PrometheusException ex) {
		Instant now = this.clock.instant();
		if (this.failure != null && !this.probing) {
			return;
		}
		this.failure = ex;
		this.delay = this.delay.isZero() ? FIRST : min(this.delay.multipliedBy(2), LONGEST);
		this.health = new PrometheusHealth(ex.kind(), ex.getMessage(), now, now.plus(this.delay));
	}

	private static Duration min(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

}
