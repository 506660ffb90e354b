package dev.autometrics.instrument;

import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Timer;

/**
 * The meters of one function: a timer, and two counters for each caller.
 */
final class MicrometerMeters extends CallerMeters {

	private final Timer timer;

	MicrometerMeters(Source source, Timer timer) {
		super(source);
		this.timer = timer;
	}

	@Override
	void record(long nanos) {
		this.timer.record(nanos, TimeUnit.NANOSECONDS);
	}

}
