package dev.autometrics.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks and prints what they say.
 * <p>
 * Every round runs each benchmark in one fork, instead of all forks of a benchmark one
 * after the other: what slows the machine down for a minute then hits all variants alike.
 */
public final class BenchmarkRunner {

	private static final String[] COMPLETE = { "-Xms512m", "-Xmx512m", "-XX:+UseG1GC" };

	private static final String[] SHORT = { "-Xms512m", "-Xmx512m", "-XX:+UseG1GC", "-XX:TieredStopAtLevel=1",
			"-D" + Neighbours.ROUNDS_PROPERTY + "=100" };

	private final Settings settings;

	private BenchmarkRunner(Settings settings) {
		this.settings = settings;
	}

	/**
	 * Run the benchmarks. A benchmark that fails ends the program with a status other
	 * than zero.
	 * @param arguments see {@link Settings#USAGE}
	 * @throws RunnerException if a benchmark fails
	 */
	public static void main(String... arguments) throws RunnerException {
		Settings settings = Settings.parse(arguments);
		Collection<RunResult> results = new BenchmarkRunner(settings).run();
		ResultFormatFactory.getInstance(ResultFormatType.JSON, settings.result().toString()).writeOut(results);
		settings.suites().forEach((suite) -> suite.print(results, System.out));
		System.out.println();
		if (!settings.complete()) {
			System.out.println("A short run shows that the benchmarks work. Its times mean nothing.");
		}
		System.out.println(results.size() + " benchmarks ran");
	}

	private Collection<RunResult> run() throws RunnerException {
		Map<String, RunResult> results = new TreeMap<>();
		for (int round = 0; round < this.settings.forks(); round++) {
			for (RunResult result : run(round)) {
				BenchmarkParams benchmark = result.getParams();
				results.merge(benchmark.getBenchmark() + benchmark.getThreads(), result, BenchmarkRunner::join);
			}
		}
		return results.values();
	}

	private List<RunResult> run(int round) throws RunnerException {
		List<RunResult> results = new ArrayList<>();
		for (Suite suite : this.settings.suites()) {
			for (int threads : suite.threads()) {
				for (String benchmarks : suite.runs(round)) {
					results.addAll(new Runner(options(suite, benchmarks, threads)).run());
				}
			}
		}
		return results;
	}

	private Options options(Suite suite, String benchmarks, int threads) {
		ChainedOptionsBuilder options = new OptionsBuilder().include(benchmarks)
			.threads(threads)
			.forks(1)
			.jvmArgs(this.settings.complete() ? COMPLETE : SHORT)
			.shouldFailOnError(true);
		suite.configure(options);
		return (suite.isRepeatable() ? repeated(options) : options.warmupIterations(0).measurementIterations(1))
			.build();
	}

	private ChainedOptionsBuilder repeated(ChainedOptionsBuilder options) {
		return options.warmupIterations(this.settings.warmups())
			.warmupTime(TimeValue.milliseconds(this.settings.millis()))
			.measurementIterations(this.settings.iterations())
			.measurementTime(TimeValue.milliseconds(this.settings.millis()))
			.addProfiler(GCProfiler.class)
			.addProfiler(CpuTimeProfiler.class);
	}

	private static RunResult join(RunResult earlier, RunResult later) {
		return new RunResult(earlier.getParams(),
				Stream.of(earlier, later).flatMap((result) -> result.getBenchmarkResults().stream()).toList());
	}

}
