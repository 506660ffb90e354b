package dev.autometrics.benchmarks;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * The heap of an application. What softly reachable caches hold does not count, since it
 * depends on chance.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = "-XX:SoftRefLRUPolicyMSPerMB=0")
public class HeapBenchmarks {

	@Benchmark
	public boolean emptyAdvisor(HeapCosts costs) {
		return costs.measureAndStop(StartupVariant.EMPTY_ADVISOR);
	}

	@Benchmark
	public boolean configured(HeapCosts costs) {
		return costs.measureAndStop(StartupVariant.CONFIGURED);
	}

}
