package dev.autometrics.benchmarks;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;

import org.openjdk.jmh.results.RunResult;

/**
 * What reading the figures of 500 functions costs, as Markdown.
 */
final class ReadTable {

	private static final double NANOS_PER_MILLI = 1e6;

	private static final double BYTES_PER_MEBIBYTE = 1 << 20;

	private final Collection<RunResult> results;

	ReadTable(Collection<RunResult> results) {
		this.results = results;
	}

	void print(PrintStream out) {
		out.printf("%nReading the figures of 500 functions with three callers each%n%n");
		out.println("| what | CPU ms/op | best CPU ms/op | allocated MiB/op | goal |");
		out.println("| --- | ---: | ---: | ---: | --- |");
		printRow(out, "scrape", "scrape", "");
		printRow(out, "scrape of the same meters by hand", "scrapeByHand", "");
		printRow(out, "`/actuator/autometrics` as JSON", "functions", "below 50 ms");
		printRow(out, "`/actuator/autometrics/live` as JSON", "live", "below 5 ms");
		printRow(out, "sample of the history", "sample", "");
		Figures library = figures("scrape");
		Figures byHand = figures("scrapeByHand");
		out.println();
		out.println("| ratio | of medians | of best | of bytes | goal |");
		out.println("| --- | ---: | ---: | ---: | --- |");
		out.printf(Locale.ROOT, "| scrape / by hand | %.2f | %.2f | %.2f | at most 1.2 |%n",
				library.cpu() / byHand.cpu(), library.bestCpu() / byHand.bestCpu(),
				library.fewestBytes() / byHand.fewestBytes());
	}

	private void printRow(PrintStream out, String title, String benchmark, String goal) {
		Figures figures = figures(benchmark);
		out.printf(Locale.ROOT, "| %s | %.2f | %.2f | %.2f | %s |%n", title, figures.cpu() / NANOS_PER_MILLI,
				figures.bestCpu() / NANOS_PER_MILLI, figures.fewestBytes() / BYTES_PER_MEBIBYTE, goal);
	}

	private Figures figures(String benchmark) {
		return this.results.stream()
			.filter((result) -> result.getParams()
				.getBenchmark()
				.equals(ReadBenchmarks.class.getName() + "." + benchmark))
			.map(Figures::of)
			.findFirst()
			.orElseThrow();
	}

}
