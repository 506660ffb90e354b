package dev.autometrics.benchmarks;

import java.io.PrintStream;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleFunction;

import org.openjdk.jmh.results.RunResult;

/**
 * What the library adds to calls that end in various ways, as Markdown.
 */
final class CompletionTable {

	private final Map<Completion, Addition> additions = new EnumMap<>(Completion.class);

	CompletionTable(Collection<RunResult> results) {
		for (Completion completion : Completion.values()) {
			this.additions.put(completion, new Addition(figures(results, completion, Completion::isProxied),
					figures(results, completion, Completion::isMeasured)));
		}
	}

	private static Figures figures(Collection<RunResult> results, Completion completion,
			BiPredicate<Completion, RunResult> benchmark) {
		return results.stream()
			.filter((result) -> benchmark.test(completion, result))
			.map(Figures::of)
			.findFirst()
			.orElseThrow();
	}

	void print(PrintStream out) {
		out.printf("%nWays to end a call, one thread%n%n");
		out.println("| a call ends with | empty proxy CPU ns/op | measured CPU ns/op | added | ratio | ratio of best "
				+ "| empty proxy B/op | measured B/op | added |");
		out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
		this.additions.forEach((completion, row) -> out.printf(Locale.ROOT,
				"| %s | %.1f | %.1f | %.1f | %.2f | %.2f | %s | %s | %.0f |%n", completion.title(), row.proxied.cpu(),
				row.measured.cpu(), row.of(Figures::cpu), toBase(completion, Figures::cpu),
				toBase(completion, Figures::bestCpu), row.proxied.bytes(), row.measured.bytes(),
				row.of(Figures::fewestBytes)));
	}

	private double toBase(Completion completion, ToDoubleFunction<Figures> time) {
		return addition(completion).of(time) / addition(completion.base()).of(time);
	}

	private Addition addition(Completion completion) {
		return Objects.requireNonNull(this.additions.get(completion));
	}

	private record Addition(Figures proxied, Figures measured) {

		double of(ToDoubleFunction<Figures> figure) {
			return figure.applyAsDouble(this.measured) - figure.applyAsDouble(this.proxied);
		}

	}

}
