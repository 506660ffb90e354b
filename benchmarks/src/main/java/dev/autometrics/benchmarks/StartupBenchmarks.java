package dev.autometrics.benchmarks;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * The start of an application, one benchmark for each {@link StartupVariant}. It is the
 * first one in its virtual machine, so that every class is loaded and every proxy class
 * made anew.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class StartupBenchmarks {

	@Benchmark
	public boolean noAdvisor(StartCosts costs) {
		return costs.measureAndStop(StartupVariant.NO_ADVISOR);
	}

	@Benchmark
	public boolean emptyAdvisor(StartCosts costs) {
		return costs.measureAndStop(StartupVariant.EMPTY_ADVISOR);
	}

	@Benchmark
	public boolean autometrics(StartCosts costs) {
		return costs.measureAndStop(StartupVariant.AUTOMETRICS);
	}

	@Benchmark
	public boolean configured(StartCosts costs) {
		return costs.measureAndStop(StartupVariant.CONFIGURED);
	}

	@Benchmark
	public boolean excluded(StartCosts costs) {
		return costs.measureAndStop(StartupVariant.EXCLUDED);
	}

	@Benchmark
	public boolean unused(StartCosts costs) {
		return costs.measureAndStop(StartupVariant.UNUSED);
	}

}
