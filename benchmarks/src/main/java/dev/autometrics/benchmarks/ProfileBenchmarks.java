package dev.autometrics.benchmarks;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * A measured call while the endpoint is exposed, to look at with a profiler.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ProfileBenchmarks {

	@Benchmark
	@Fork(jvmArgsAppend = "-D" + RunningApplication.EXPOSED)
	public String autometricsExposed(RunningApplication application, Caller caller) {
		return application.measured.call(caller.argument);
	}

}
