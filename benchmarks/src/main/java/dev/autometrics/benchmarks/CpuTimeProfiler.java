package dev.autometrics.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.List;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The processor time that the threads of a benchmark use for one call. Unlike wall time
 * it does not grow while other processes hold the processor. The threads of the JIT
 * compiler and of the garbage collector are left out.
 */
public class CpuTimeProfiler implements InternalProfiler {

	static final String RESULT = "cpu.time.norm";

	private static final String WORKER = "-jmh-worker-";

	private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

	private long before;

	@Override
	public String getDescription() {
		return "Processor time of the benchmark's threads";
	}

	@Override
	public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
		this.before = processorTime();
	}

	@Override
	public Collection<? extends Result<?>> afterIteration(BenchmarkParams benchmark, IterationParams iteration,
			IterationResult result) {
		double nanos = processorTime() - this.before;
		return List
			.of(new ScalarResult(RESULT, nanos / result.getMetadata().getAllOps(), "ns/op", AggregationPolicy.AVG));
	}

	private long processorTime() {
		long sum = 0;
		for (ThreadInfo thread : this.threads.getThreadInfo(this.threads.getAllThreadIds())) {
			if (thread != null && thread.getThreadName().contains(WORKER)) {
				sum += Math.max(0, this.threads.getThreadCpuTime(thread.getThreadId()));
			}
		}
		return sum;
	}

}
