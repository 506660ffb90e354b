package dev.autometrics.benchmarks;

import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;

/**
 * One figure of a benchmark in each round, in the order of the rounds.
 */
final class Samples {

	private final double[] values;

	Samples(double... values) {
		this.values = values;
	}

	/**
	 * Return what the forks of a benchmark say.
	 * @param benchmark the result of the benchmark
	 * @param figure the name of a secondary result
	 * @return the figure of each fork
	 */
	static Samples of(RunResult benchmark, String figure) {
		Collection<BenchmarkResult> forks = benchmark.getBenchmarkResults();
		return new Samples(forks.stream()
			.mapToDouble((fork) -> Objects.requireNonNull(fork.getSecondaryResults().get(figure), figure).getScore())
			.toArray());
	}

	/**
	 * Return the ratios within each round, which what slows the machine down for more
	 * than a round does not change.
	 * @param base the figures to divide by
	 * @return one ratio for each round
	 */
	Samples dividedBy(Samples base) {
		return new Samples(IntStream.range(0, Math.min(this.values.length, base.values.length))
			.mapToDouble((round) -> this.values[round] / base.values[round])
			.toArray());
	}

	double median() {
		double[] sorted = DoubleStream.of(this.values).sorted().toArray();
		return DoubleStream.of(sorted[(sorted.length - 1) / 2], sorted[sorted.length / 2]).average().orElseThrow();
	}

	double least() {
		return DoubleStream.of(this.values).min().orElseThrow();
	}

	/**
	 * Return the least and the greatest as text.
	 * @param digits digits after the point
	 * @return two numbers
	 */
	String spread(int digits) {
		String format = "%." + digits + "f to %." + digits + "f";
		return String.format(Locale.ROOT, format, least(), DoubleStream.of(this.values).max().orElseThrow());
	}

}
