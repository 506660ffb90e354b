package dev.autometrics.benchmarks;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * Whole calls of a function that does next to nothing, one benchmark for each
 * {@link Variant}.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CallBenchmarks {

	@Benchmark
	public String plain(RunningApplication application, Caller caller) {
		return application.plain.call(caller.argument);
	}

	@Benchmark
	public String emptyProxy(RunningApplication application, Caller caller) {
		return application.intercepted.call(caller.argument);
	}

	@Benchmark
	public String handWritten(RunningApplication application, Caller caller) {
		return application.handWritten.call(caller.argument);
	}

	@Benchmark
	public String autometrics(RunningApplication application, Caller caller) {
		return application.measured.call(caller.argument);
	}

	@Benchmark
	@Fork(jvmArgsAppend = "-D" + RunningApplication.EXPOSED)
	public String autometricsExposed(RunningApplication application, Caller caller) {
		return application.measured.call(caller.argument);
	}

	@Benchmark
	public String timedAndCounted(RunningApplication application, Caller caller) {
		return application.annotated.call(caller.argument);
	}

	@Benchmark
	@Fork(jvmArgsAppend = { "-Dspring.profiles.active=" + BenchmarkApplication.BOOT_ASPECTS,
			"-D" + BenchmarkApplication.BOOT_ASPECTS_ENABLED })
	public String timedAndCountedByBoot(RunningApplication application, Caller caller) {
		return application.annotated.call(caller.argument);
	}

	@Benchmark
	public String observed(RunningApplication application, Caller caller) {
		return application.observed.call(caller.argument);
	}

	@Benchmark
	public String withSpan(RunningApplication application, Caller caller) {
		return application.span.call(caller.argument);
	}

}
