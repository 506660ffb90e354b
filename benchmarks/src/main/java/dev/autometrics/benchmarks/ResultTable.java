package dev.autometrics.benchmarks;

import java.io.PrintStream;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

import org.openjdk.jmh.results.RunResult;

/**
 * The results of some variants for one number of threads, as Markdown.
 */
final class ResultTable {

	private final String title;

	private final Map<Variant, Figures> figures = new EnumMap<>(Variant.class);

	ResultTable(String title, Class<?> benchmarks, int threads, Collection<RunResult> results) {
		this.title = title;
		for (Variant variant : Variant.values()) {
			results.stream()
				.filter((result) -> result.getParams().getThreads() == threads
						&& variant.isVariantOf(result, benchmarks))
				.forEach((result) -> this.figures.put(variant, Figures.of(result)));
		}
	}

	/**
	 * Return what the library allocates of its own. A call through Spring's proxy
	 * allocates 24 bytes more in some forks than in others, with and without the library,
	 * so the best forks are compared, of all numbers of threads.
	 * @param results the results for all numbers of threads
	 * @return the bytes of a call beyond those of the empty proxy
	 */
	static long bytesBeyondProxy(Collection<RunResult> results) {
		return Math.round(fewestBytes(Variant.AUTOMETRICS, results) - fewestBytes(Variant.EMPTY_PROXY, results));
	}

	private static double fewestBytes(Variant variant, Collection<RunResult> results) {
		return results.stream()
			.filter((result) -> variant.isVariantOf(result, CallBenchmarks.class))
			.mapToDouble((result) -> Figures.of(result).fewestBytes())
			.min()
			.orElseThrow();
	}

	void print(PrintStream out) {
		out.printf("%n%s%n%n", this.title);
		out.println("| variant | CPU ns/op | best CPU ns/op | wall ns/op | B/op |");
		out.println("| --- | ---: | ---: | ---: | ---: |");
		this.figures.forEach((variant, row) -> out.printf(Locale.ROOT, "| %s | %.1f | %.1f | %.1f | %s |%n",
				variant.title(), row.cpu(), row.bestCpu(), row.wall(), row.bytes()));
		out.println();
		out.println("| ratio | of medians | of best | goal |");
		out.println("| --- | ---: | ---: | --- |");
	}

	/**
	 * Print a line that compares the library with what its parts cost.
	 * @param out where to print
	 * @param variant how the library is configured
	 * @param goal what the ratio should be
	 */
	void printToParts(PrintStream out, Variant variant, String goal) {
		printRow(out, "(" + variant.title() + ") / (by hand + empty proxy - plain)",
				(time) -> of(variant, time)
						/ (of(Variant.HAND_WRITTEN, time) + of(Variant.EMPTY_PROXY, time) - of(Variant.PLAIN, time)),
				goal);
	}

	void printRatio(PrintStream out, Variant dividend, Variant divisor, String goal) {
		printRow(out, dividend.title() + " / " + divisor.title(), (time) -> of(dividend, time) / of(divisor, time),
				goal);
	}

	void printDifference(PrintStream out, Variant minuend, Variant subtrahend, String goal) {
		printRow(out, "(" + minuend.title() + ") - " + subtrahend.title() + ", ns",
				(time) -> of(minuend, time) - of(subtrahend, time), goal);
	}

	/**
	 * Print a line that tells what a second thread makes of the library's own costs.
	 * @param out where to print
	 * @param single the results of a single thread
	 * @param goal what the ratio should be
	 */
	void printSecondThread(PrintStream out, ResultTable single, String goal) {
		printRow(out, "(@Autometrics - by hand), two threads / one", (time) -> added(time) / single.added(time), goal);
	}

	private double added(ToDoubleFunction<Figures> time) {
		return of(Variant.AUTOMETRICS, time) - of(Variant.HAND_WRITTEN, time);
	}

	private static void printRow(PrintStream out, String title, ToDoubleFunction<ToDoubleFunction<Figures>> value,
			String goal) {
		out.printf(Locale.ROOT, "| %s | %.2f | %.2f | %s |%n", title, value.applyAsDouble(Figures::cpu),
				value.applyAsDouble(Figures::bestCpu), goal);
	}

	private double of(Variant variant, ToDoubleFunction<Figures> figure) {
		return figure.applyAsDouble(Objects.requireNonNull(this.figures.get(variant), variant.title()));
	}

}
