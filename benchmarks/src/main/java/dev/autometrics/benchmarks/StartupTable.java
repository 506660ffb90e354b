package dev.autometrics.benchmarks;

import java.io.PrintStream;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.openjdk.jmh.results.RunResult;

/**
 * What the start of an application costs, as Markdown.
 */
final class StartupTable {

	private static final String CPU = "cpu";

	private static final String THREAD = "thread";

	private static final String WALL = "wall";

	private final Map<StartupVariant, RunResult> results = new EnumMap<>(StartupVariant.class);

	StartupTable(Collection<RunResult> results) {
		for (StartupVariant variant : StartupVariant.values()) {
			results.stream()
				.filter((result) -> variant.isVariantOf(result, StartupBenchmarks.class))
				.forEach((result) -> this.results.put(variant, result));
		}
	}

	void print(PrintStream out) {
		out.printf("%nStart of an application with %d beans of %d functions each%n%n", FunctionClasses.CLASSES,
				FunctionClasses.FUNCTIONS.size());
		out.println("| application | CPU ms | spread | best | CPU of the starting thread ms | wall ms |");
		out.println("| --- | ---: | ---: | ---: | ---: | ---: |");
		this.results.keySet().forEach((variant) -> printRow(out, variant));
		out.println();
		out.println("| ratio | CPU | spread | of best | starting thread | spread | wall |");
		out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
		printRatio(out, StartupVariant.AUTOMETRICS, StartupVariant.EMPTY_ADVISOR);
		printRatio(out, StartupVariant.CONFIGURED, StartupVariant.EMPTY_ADVISOR);
		printRatio(out, StartupVariant.AUTOMETRICS, StartupVariant.NO_ADVISOR);
		printRatio(out, StartupVariant.EMPTY_ADVISOR, StartupVariant.NO_ADVISOR);
		printRatio(out, StartupVariant.UNUSED, StartupVariant.EXCLUDED);
	}

	private void printRow(PrintStream out, StartupVariant variant) {
		Samples cpu = samples(variant, CPU);
		out.printf(Locale.ROOT, "| %s | %.0f | %s | %.0f | %.0f | %.0f |%n", variant.title(), cpu.median(),
				cpu.spread(0), cpu.least(), samples(variant, THREAD).median(), samples(variant, WALL).median());
	}

	private void printRatio(PrintStream out, StartupVariant variant, StartupVariant base) {
		Samples cpu = samples(variant, CPU).dividedBy(samples(base, CPU));
		Samples thread = samples(variant, THREAD).dividedBy(samples(base, THREAD));
		Samples wall = samples(variant, WALL).dividedBy(samples(base, WALL));
		out.printf(Locale.ROOT, "| %s / %s | %.3f | %s | %.3f | %.3f | %s | %.3f |%n", variant.title(), base.title(),
				cpu.median(), cpu.spread(2), samples(variant, CPU).least() / samples(base, CPU).least(),
				thread.median(), thread.spread(2), wall.median());
	}

	private Samples samples(StartupVariant variant, String figure) {
		return Samples.of(Objects.requireNonNull(this.results.get(variant), variant.title()), figure);
	}

}
