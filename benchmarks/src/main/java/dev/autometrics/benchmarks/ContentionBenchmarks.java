package dev.autometrics.benchmarks;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * Whole calls in an application whose meters record nothing. Micrometer's timer contends
 * and would hide whether the library does; without it, threads that wait for each other
 * wait for the library.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(jvmArgsAppend = "-Dspring.profiles.active=" + BenchmarkApplication.DENIED_METERS)
public class ContentionBenchmarks {

	@Benchmark
	public String handWritten(RunningApplication application, Caller caller) {
		return application.handWritten.call(caller.argument);
	}

	@Benchmark
	public String autometrics(RunningApplication application, Caller caller) {
		return application.measured.call(caller.argument);
	}

}
