package dev.autometrics.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.autometrics.Objective;
import dev.autometrics.model.Objectives;
import dev.autometrics.promql.LabelMatcher;
import dev.autometrics.promql.LabelMatcher.Operator;
import dev.autometrics.promql.LabelMatchers;
import dev.autometrics.rules.RuleFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of whether Prometheus takes the generated rules.
 */
@RequiresPromtool
class RuleFileCheckTests {

	static final List<String> HOSTILE_NAMES = List.of("a\"b", "a'b", "back\\slash", "a: b # c", "- a\n  b", "\r\n",
			"{{ $labels.x }}", "{{", "$x {}", "%s", "日本 😀", "\u0000\u0007\u001b", "\u0085\u2028\u2029\ufeff",
			"\u202edlrow", "half \ud83d", "yes", "1.0", "\t tab ", "*", "|", "x]) or vector(1) #");

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 5, 50 })
	void takesTheRulesOfManyObjectives(int count) {
		double[] percentiles = { 90, 95, 99, 99.9, 99.95 };
		List<Objective> objectives = IntStream.range(0, count)
			.mapToObj((number) -> Objective.ofSuccessRate("objective " + number, percentiles[number % 5])
				.withLatency(Duration.ofMillis(5L << (number % 11)), percentiles[(number + 1) % 5]))
			.toList();

		check(new RuleFile("shop", new Objectives(objectives)));
	}

	@ParameterizedTest
	@FieldSource("HOSTILE_NAMES")
	void takesHostileNames(String name) {
		Objective objective = Objective.ofSuccessRate(name + "x", 99).withLatency(Duration.ofMillis(250), 95);

		check(new RuleFile(name, new Objectives(List.of(objective))).withLabels(Map.of("namespace", name))
			.withLinks(name, name));
	}

	@ParameterizedTest
	@FieldSource("HOSTILE_NAMES")
	void takesHostileConditions(String value) {
		check(new RuleFile("shop", new Objectives(List.of(Objective.ofSuccessRate("api", 99))))
			.withConditions(new LabelMatchers(List.of(new LabelMatcher("zone", Operator.NOT_EQUAL, value),
					new LabelMatcher("zone", Operator.EQUAL, value),
					new LabelMatcher("cluster", Operator.MATCHES, "^(eu|us)-\\d+{{$")))));
	}

	@Test
	void takesOddNumbers() {
		check(new RuleFile("shop",
				new Objectives(Stream.of(1e-9, 0.1, 50.0, 99.0000001, 99.99999999999)
					.map((percentile) -> Objective.ofSuccessRate("" + percentile, percentile)
						.withLatency(Duration.ofNanos((long) (percentile * 1e9)), percentile))
					.toList())));
	}

	private void check(RuleFile rules) {
		try {
			Files.writeString(this.folder.resolve("rules.yml"), rules.toYaml());
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		Promtool promtool = Promtool.run(this.folder, "check", "rules", "rules.yml");
		assertThat(promtool.exitCode()).as(promtool.output()).isZero();
		assertThat(promtool.output()).contains("SUCCESS").doesNotContain("duplicate", "error");
	}

}
