package dev.autometrics.benchmarks;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;

import org.openjdk.jmh.results.RunResult;

/**
 * The heap that a function takes, as Markdown.
 */
final class HeapTable {

	private static final double BYTES_PER_MEBIBYTE = 1 << 20;

	private static final int FUNCTIONS = FunctionClasses.CLASSES * FunctionClasses.FUNCTIONS.size();

	private final RunResult emptyAdvisor;

	private final RunResult autometrics;

	HeapTable(Collection<RunResult> results) {
		this.emptyAdvisor = find(results, StartupVariant.EMPTY_ADVISOR);
		this.autometrics = find(results, StartupVariant.CONFIGURED);
	}

	private static RunResult find(Collection<RunResult> results, StartupVariant variant) {
		return results.stream()
			.filter((result) -> variant.isVariantOf(result, HeapBenchmarks.class))
			.findFirst()
			.orElseThrow();
	}

	void print(PrintStream out) {
		out.printf("%nHeap with %d functions%n%n", FUNCTIONS);
		out.println("| callers | empty advisor MiB | this library MiB | added, B per function "
				+ "| Micrometer's meters by hand, B per function | rest, B per function |");
		out.println("| ---: | ---: | ---: | ---: | ---: | ---: |");
		printRow(out, 1, "oneCaller", "metersOfOneCaller");
		printRow(out, 3, "threeCallers", "metersOfThreeCallers");
	}

	private void printRow(PrintStream out, int callers, String heap, String meters) {
		double before = Samples.of(this.emptyAdvisor, heap).median();
		double after = Samples.of(this.autometrics, heap).median();
		double added = (after - before) / FUNCTIONS;
		double byHand = Samples.of(this.emptyAdvisor, meters).median() / FUNCTIONS;
		out.printf(Locale.ROOT, "| %d | %.2f | %.2f | %.0f | %.0f | %.0f |%n", callers, before / BYTES_PER_MEBIBYTE,
				after / BYTES_PER_MEBIBYTE, added, byHand, added - byHand);
	}

}
