package dev.autometrics.benchmarks;

import java.util.List;
import java.util.function.Consumer;

import dev.autometrics.Autometrics;
import io.micrometer.core.annotation.Counted;
import io.micrometer.core.annotation.Timed;

/**
 * The other beans of the application, with every kind of advice. Called in turn they keep
 * the JIT compiler from taking what is under test for all there is.
 */
class Neighbours {

	/**
	 * Property that sets how often each is called; less will do where no time is read.
	 */
	static final String ROUNDS_PROPERTY = "benchmarks.rounds";

	private static final int ROUNDS = Integer.getInteger(ROUNDS_PROPERTY, 50_000);

	private final List<Consumer<String>> functions;

	Neighbours(InterceptedNeighbour intercepted, MeasuredNeighbour measured, AnnotatedNeighbour annotated) {
		this.functions = List.of(intercepted::first, measured::first, annotated::first, intercepted::second,
				measured::second, annotated::second, intercepted::third, measured::third, annotated::third);
	}

	void callAll() {
		for (int round = 0; round < ROUNDS; round++) {
			for (Consumer<String> function : this.functions) {
				function.accept("argument");
			}
		}
	}

	@Intercepted
	static class InterceptedNeighbour {

		String first(String argument) {
			return argument;
		}

		String second(String argument) {
			return argument;
		}

		String third(String argument) {
			return argument;
		}

	}

	@Autometrics
	static class MeasuredNeighbour {

		String first(String argument) {
			return argument;
		}

		String second(String argument) {
			return argument;
		}

		String third(String argument) {
			return argument;
		}

	}

	@Counted("neighbours.calls")
	@Timed("neighbours.calls.duration")
	static class AnnotatedNeighbour {

		String first(String argument) {
			return argument;
		}

		String second(String argument) {
			return argument;
		}

		String third(String argument) {
			return argument;
		}

	}

}
