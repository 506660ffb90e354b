package dev.autometrics.benchmarks;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * Calls of a hundred functions of twenty beans in turn, one benchmark for some of the
 * {@link Variant}s: what is known of one function has left the nearest caches when it is
 * called again.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TurnBenchmarks {

	static final int CALLS = TurnClasses.BEANS * TurnFunctions.FUNCTIONS;

	private static final String ARGUMENT = "argument";

	@Benchmark
	@OperationsPerInvocation(CALLS)
	public int plain(TurnApplication application) {
		return callAll(application.plain);
	}

	@Benchmark
	@OperationsPerInvocation(CALLS)
	public int emptyProxy(TurnApplication application) {
		return callAll(application.intercepted);
	}

	@Benchmark
	@OperationsPerInvocation(CALLS)
	public int handWritten(TurnApplication application) {
		return callAll(application.handWritten);
	}

	@Benchmark
	@OperationsPerInvocation(CALLS)
	public int autometrics(TurnApplication application) {
		return callAll(application.measured);
	}

	static int callAll(TurnFunctions[] beans) {
		int length = 0;
		for (TurnFunctions bean : beans) {
			length += bean.first(ARGUMENT).length();
			length += bean.second(ARGUMENT).length();
			length += bean.third(ARGUMENT).length();
			length += bean.fourth(ARGUMENT).length();
			length += bean.fifth(ARGUMENT).length();
		}
		return length;
	}

}
