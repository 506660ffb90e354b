package dev.autometrics.benchmarks;

import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;

/**
 * What one call costs in one variant.
 *
 * @param cpu processor time in nanoseconds, median of the forks
 * @param bestCpu processor time in nanoseconds, in the best fork
 * @param wall wall time in nanoseconds, median of the forks
 * @param fewestBytes bytes allocated, in the fork that allocates least
 * @param mostBytes bytes allocated, in the fork that allocates most
 */
record Figures(double cpu, double bestCpu, double wall, double fewestBytes, double mostBytes) {

	private static final String ALLOCATED = "gc.alloc.rate.norm";

	static Figures of(RunResult result) {
		Collection<BenchmarkResult> forks = result.getBenchmarkResults();
		double[] cpu = sorted(forks, (fork) -> secondary(fork, CpuTimeProfiler.RESULT));
		double[] wall = sorted(forks, (fork) -> fork.getPrimaryResult().getScore());
		double[] bytes = sorted(forks, (fork) -> secondary(fork, ALLOCATED));
		return new Figures(median(cpu), cpu[0], median(wall), bytes[0], bytes[bytes.length - 1]);
	}

	/**
	 * Return the bytes as text.
	 * @return one number, or two where the forks differ
	 */
	String bytes() {
		String fewest = String.format(Locale.ROOT, "%.0f", this.fewestBytes);
		String most = String.format(Locale.ROOT, "%.0f", this.mostBytes);
		return fewest.equals(most) ? fewest : fewest + " to " + most;
	}

	private static double secondary(BenchmarkResult fork, String name) {
		return Objects.requireNonNull(fork.getSecondaryResults().get(name), name).getScore();
	}

	private static double[] sorted(Collection<BenchmarkResult> forks, ToDoubleFunction<BenchmarkResult> score) {
		return forks.stream().mapToDouble(score).sorted().toArray();
	}

	private static double median(double[] sorted) {
		return DoubleStream.of(sorted[(sorted.length - 1) / 2], sorted[sorted.length / 2]).average().orElseThrow();
	}

}
