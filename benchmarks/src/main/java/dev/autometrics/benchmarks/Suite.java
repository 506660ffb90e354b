package dev.autometrics.benchmarks;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.IntStream;

import org.openjdk.jmh.results.RunResult;

/**
 * Benchmarks that are read together.
 */
enum Suite {

	/**
	 * The library beside its peers.
	 */
	CALLS(CallBenchmarks.class, 2) {

		@Override
		void print(Collection<RunResult> results, PrintStream out) {
			for (int threads : threads()) {
				new ResultTable(threads, results).print(out);
			}
			out.printf("%nBytes beyond the empty proxy: %d%n", ResultTable.bytesBeyondProxy(results));
		}

	},

	/**
	 * The ways in which a call ends, beside each other.
	 */
	COMPLETION(CompletionBenchmarks.class, 1) {

		@Override
		void print(Collection<RunResult> results, PrintStream out) {
			new CompletionTable(results).print(out);
		}

	};

	private final Class<?> benchmarks;

	private final int mostThreads;

	Suite(Class<?> benchmarks, int mostThreads) {
		this.benchmarks = benchmarks;
		this.mostThreads = mostThreads;
	}

	/**
	 * Return the suite of a name.
	 * @param name the name, in lower case
	 * @return the suite
	 * @throws IllegalArgumentException if there is none
	 */
	static Suite of(String name) {
		return valueOf(name.toUpperCase(Locale.ROOT));
	}

	Class<?> benchmarks() {
		return this.benchmarks;
	}

	/**
	 * Return with how many threads the benchmarks run.
	 * @return one number for each run
	 */
	int[] threads() {
		return IntStream.rangeClosed(1, this.mostThreads).toArray();
	}

	/**
	 * Print what the benchmarks say, as Markdown.
	 * @param results the results, those of other suites may be among them
	 * @param out where to print
	 */
	abstract void print(Collection<RunResult> results, PrintStream out);

}
