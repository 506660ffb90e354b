package dev.autometrics.benchmarks;

import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * Five functions that count and time themselves, as {@link HandWrittenFunction} does.
 */
public class HandWrittenTurnFunctions extends TurnFunctions {

	static final String CALLS = "handwritten.turn.calls";

	static final String DURATION = "handwritten.turn.calls.duration";

	private final Counter[] calls = new Counter[FUNCTIONS];

	private final Timer[] durations = new Timer[FUNCTIONS];

	/**
	 * Register the meters, once the bean exists.
	 * @param registry where they are registered
	 */
	void register(MeterRegistry registry) {
		for (int function = 0; function < FUNCTIONS; function++) {
			String module = getClass().getName();
			this.calls[function] = Counter.builder(CALLS)
				.tags("module", module, "function", "" + function)
				.register(registry);
			this.durations[function] = Timer.builder(DURATION)
				.tags("module", module, "function", "" + function)
				.serviceLevelObjectives(HandWrittenFunction.buckets())
				.register(registry);
		}
	}

	@Override
	String first(String argument) {
		long start = System.nanoTime();
		try {
			return argument;
		}
		finally {
			record(0, start);
		}
	}

	@Override
	String second(String argument) {
		long start = System.nanoTime();
		try {
			return argument;
		}
		finally {
			record(1, start);
		}
	}

	@Override
	String third(String argument) {
		long start = System.nanoTime();
		try {
			return argument;
		}
		finally {
			record(2, start);
		}
	}

	@Override
	String fourth(String argument) {
		long start = System.nanoTime();
		try {
			return argument;
		}
		finally {
			record(3, start);
		}
	}

	@Override
	String fifth(String argument) {
		long start = System.nanoTime();
		try {
			return argument;
		}
		finally {
			record(4, start);
		}
	}

	private void record(int function, long start) {
		this.durations[function].record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
		this.calls[function].increment();
	}

}
