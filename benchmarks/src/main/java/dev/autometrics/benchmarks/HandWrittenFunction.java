package dev.autometrics.benchmarks;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * A function that counts and times itself, the way a careful person writes it: with
 * meters that are looked up once. Its buckets are those of the specification.
 */
class HandWrittenFunction {

	static final String CALLS = "handwritten.calls";

	static final String DURATION = "handwritten.calls.duration";

	private final Counter calls;

	private final Timer duration;

	HandWrittenFunction(MeterRegistry registry) {
		this.calls = Counter.builder(CALLS).register(registry);
		this.duration = Timer.builder(DURATION).serviceLevelObjectives(buckets()).register(registry);
	}

	static Duration[] buckets() {
		return LongStream.of(5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10000)
			.mapToObj(Duration::ofMillis)
			.toArray(Duration[]::new);
	}

	String call(String argument) {
		long start = System.nanoTime();
		try {
			return argument;
		}
		finally {
			this.duration.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
			this.calls.increment();
		}
	}

}
