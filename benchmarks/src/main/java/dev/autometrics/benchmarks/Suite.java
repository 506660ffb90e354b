package dev.autometrics.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.openjdk.jmh.profile.JavaFlightRecorderProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

/**
 * Benchmarks that are read together.
 */
enum Suite {

	/**
	 * The library beside its peers.
	 */
	CALLS(2, CallBenchmarks.class) {

		@Override
		void print(Collection<RunResult> results, PrintStream out) {
			ResultTable single = new ResultTable("One thread", CallBenchmarks.class, 1, results);
			single.print(out);
			printRatios(single, out);
			ResultTable both = new ResultTable("Two threads that call the same function", CallBenchmarks.class, 2,
					results);
			both.print(out);
			printRatios(both, out);
			both.printSecondThread(out, single, "at most 1.3");
			out.printf("%nBytes beyond the empty proxy: %d%n", ResultTable.bytesBeyondProxy(results));
		}

		private void printRatios(ResultTable table, PrintStream out) {
			table.printToParts(out, Variant.AUTOMETRICS, "at most 1.10");
			table.printToParts(out, Variant.EXPOSED, "at most 1.10");
			table.printRatio(out, Variant.AUTOMETRICS, Variant.HAND_WRITTEN, "");
			table.printRatio(out, Variant.TIMED_AND_COUNTED_BY_BOOT, Variant.AUTOMETRICS, "at least 10");
			table.printRatio(out, Variant.TIMED_AND_COUNTED, Variant.AUTOMETRICS, "");
			table.printRatio(out, Variant.OBSERVED, Variant.AUTOMETRICS, "at least 8");
			table.printRatio(out, Variant.WITH_SPAN, Variant.AUTOMETRICS, "at least 3");
			table.printDifference(out, Variant.EXPOSED, Variant.AUTOMETRICS, "at most 15");
		}

	},

	/**
	 * What a second thread makes of the library alone.
	 */
	CONTENTION(2, ContentionBenchmarks.class) {

		@Override
		void print(Collection<RunResult> results, PrintStream out) {
			ResultTable single = new ResultTable("Meters that record nothing, one thread", ContentionBenchmarks.class,
					1, results);
			single.print(out);
			single.printRatio(out, Variant.AUTOMETRICS, Variant.HAND_WRITTEN, "");
			ResultTable both = new ResultTable("Meters that record nothing, two threads that call the same function",
					ContentionBenchmarks.class, 2, results);
			both.print(out);
			both.printSecondThread(out, single, "at most 1.3");
		}

	},

	/**
	 * What a call allocates.
	 */
	PROFILE(1, ProfileBenchmarks.class) {

		@Override
		ChainedOptionsBuilder configure(ChainedOptionsBuilder options) {
			return super.configure(options).addProfiler(JavaFlightRecorderProfiler.class,
					"configName=profile;stackDepth=64;dir=" + RECORDINGS.resolve(Long.toString(System.nanoTime())));
		}

		@Override
		void print(Collection<RunResult> results, PrintStream out) {
			new ProfileTable(RECORDINGS).print(out);
			out.println("The recordings are in " + RECORDINGS);
		}

	},

	/**
	 * Many functions, called in turn.
	 */
	TURN(1, TurnBenchmarks.class) {

		@Override
		void print(Collection<RunResult> results, PrintStream out) {
			ResultTable table = new ResultTable("100 functions of 20 beans in turn, one thread", TurnBenchmarks.class,
					1, results);
			table.print(out);
			table.printToParts(out, Variant.AUTOMETRICS, "at most 1.25");
			table.printRatio(out, Variant.AUTOMETRICS, Variant.HAND_WRITTEN, "");
		}

	},

	/**
	 * The ways in which a call ends, beside each other.
	 */
	COMPLETION(1, CompletionBenchmarks.class) {

		@Override
		void print(Collection<RunResult> results, PrintStream out) {
			new CompletionTable(results).print(out);
		}

	},

	/**
	 * What reads the figures: scrape, endpoint and history.
	 */
	READ(1, ReadBenchmarks.class) {

		@Override
		void print(Collection<RunResult> results, PrintStream out) {
			new ReadTable(results).print(out);
		}

	},

	/**
	 * The start of an application, and the heap that it takes.
	 */
	STARTUP(1, StartupBenchmarks.class) {

		@Override
		boolean isRepeatable() {
			return false;
		}

		@Override
		List<String> runs(int round) {
			List<String> runs = new ArrayList<>(StartupVariant.benchmarks());
			runs.add(prefix(HeapBenchmarks.class));
			Collections.shuffle(runs, new Random(round));
			return runs;
		}

		@Override
		void print(Collection<RunResult> results, PrintStream out) {
			new StartupTable(results).print(out);
			new HeapTable(results).print(out);
		}

	};

	private static final Path RECORDINGS = Path.of(System.getProperty("java.io.tmpdir"),
			"autometrics-profile-" + ProcessHandle.current().pid());

	private final int mostThreads;

	private final String benchmarks;

	Suite(int mostThreads, Class<?> benchmarks) {
		this.mostThreads = mostThreads;
		this.benchmarks = prefix(benchmarks);
	}

	/**
	 * Return the names of all suites.
	 * @return the names in lower case, alternatives of a regular expression
	 */
	static String names() {
		return Stream.of(values())
			.map((suite) -> suite.name().toLowerCase(Locale.ROOT))
			.collect(Collectors.joining("|"));
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

	/**
	 * Return whether a benchmark runs again and again in one virtual machine.
	 * @return {@code false} if only its first run there counts
	 */
	boolean isRepeatable() {
		return true;
	}

	/**
	 * Return what runs after each other in a round.
	 * @param round the number of the round
	 * @return regular expressions that match names of benchmarks
	 */
	List<String> runs(int round) {
		return List.of(this.benchmarks);
	}

	private static String prefix(Class<?> type) {
		return Pattern.quote(type.getName() + ".");
	}

	/**
	 * Return how the virtual machines of the benchmarks are watched.
	 * @param options the options so far
	 * @return the options
	 */
	ChainedOptionsBuilder configure(ChainedOptionsBuilder options) {
		return options;
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
