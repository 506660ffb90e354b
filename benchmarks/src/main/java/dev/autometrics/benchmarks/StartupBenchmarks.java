package dev.autometrics.benchmarks;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * The start of an application, one benchmark for each {@link StartupVariant}. It is the
 * first one in its virtual machine, so that every class is loaded and every proxy class
 * made anew.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class StartupBenchmarks {

	@Benchmark
	public ConfigurableApplicationContext noAdvisor(StartCosts costs) {
		return costs.measure(StartupVariant.NO_ADVISOR);
	}

	@Benchmark
	public ConfigurableApplicationContext emptyAdvisor(StartCosts costs) {
		return costs.measure(StartupVariant.EMPTY_ADVISOR);
	}

	@Benchmark
	public ConfigurableApplicationContext autometrics(StartCosts costs) {
		return costs.measure(StartupVariant.AUTOMETRICS);
	}

	@Benchmark
	public ConfigurableApplicationContext excluded(StartCosts costs) {
		return costs.measure(StartupVariant.EXCLUDED);
	}

	@Benchmark
	public ConfigurableApplicationContext unused(StartCosts costs) {
		return costs.measure(StartupVariant.UNUSED);
	}

}
