package dev.autometrics.benchmarks;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * The heap of an application. What softly reachable caches hold does not count, since it
 * depends on chance.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = "-XX:SoftRefLRUPolicyMSPerMB=0")
public class HeapBenchmarks {

	@Benchmark
	public ConfigurableApplicationContext emptyAdvisor(HeapCosts costs) {
		return costs.measure(StartupVariant.EMPTY_ADVISOR);
	}

	@Benchmark
	public ConfigurableApplicationContext autometrics(HeapCosts costs) {
		return costs.measure(StartupVariant.AUTOMETRICS);
	}

}
