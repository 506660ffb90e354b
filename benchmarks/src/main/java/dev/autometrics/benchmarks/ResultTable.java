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
 * The results for one number of threads, as Markdown.
 */
final class ResultTable {

	private final int threads;

	private final Map<Variant, Figures> figures = new EnumMap<>(Variant.class);

	ResultTable(int threads, Collection<RunResult> results) {
		this.threads = threads;
		for (Variant variant : Variant.values()) {
			results.stream()
				.filter((result) -> result.getParams().getThreads() == threads && variant.isVariantOf(result))
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
			.filter(variant::isVariantOf)
			.mapToDouble((result) -> Figures.of(result).fewestBytes())
			.min()
			.orElseThrow();
	}

	void print(PrintStream out) {
		out.printf("%nThreads: %d%n%n", this.threads);
		out.println("| variant | CPU ns/op | best CPU ns/op | wall ns/op | B/op |");
		out.println("| --- | ---: | ---: | ---: | ---: |");
		this.figures.forEach((variant, row) -> out.printf(Locale.ROOT, "| %s | %.1f | %.1f | %.1f | %s |%n",
				variant.title(), row.cpu(), row.bestCpu(), row.wall(), row.bytes()));
		out.println();
		out.println("| ratio | of medians | of best |");
		out.println("| --- | ---: | ---: |");
		printRatio(out, "@Autometrics / (by hand + empty proxy - plain)", this::toSumOfParts);
		printRatio(out, "@Autometrics / by hand", this::toHandWritten);
		printRatio(out, "@Timed and @Counted / @Autometrics", this::ofAnnotations);
	}

	private static void printRatio(PrintStream out, String title, ToDoubleFunction<ToDoubleFunction<Figures>> ratio) {
		out.printf(Locale.ROOT, "| %s | %.2f | %.2f |%n", title, ratio.applyAsDouble(Figures::cpu),
				ratio.applyAsDouble(Figures::bestCpu));
	}

	private double toSumOfParts(ToDoubleFunction<Figures> time) {
		return of(Variant.AUTOMETRICS, time)
				/ (of(Variant.HAND_WRITTEN, time) + of(Variant.EMPTY_PROXY, time) - of(Variant.PLAIN, time));
	}

	private double toHandWritten(ToDoubleFunction<Figures> time) {
		return of(Variant.AUTOMETRICS, time) / of(Variant.HAND_WRITTEN, time);
	}

	private double ofAnnotations(ToDoubleFunction<Figures> time) {
		return of(Variant.TIMED_AND_COUNTED, time) / of(Variant.AUTOMETRICS, time);
	}

	private double of(Variant variant, ToDoubleFunction<Figures> figure) {
		return figure.applyAsDouble(Objects.requireNonNull(this.figures.get(variant), variant.title()));
	}

}
