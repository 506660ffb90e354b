package dev.autometrics.promql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.autometrics.Objective;
import dev.autometrics.ObjectiveLatency;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ObjectiveQueries}.
 */
class ObjectiveQueriesTests {

	private final ObjectiveQueries queries = new ObjectiveQueries("SVC");

	@Test
	void printsTheProvenQueries() throws IOException {
		String printed = Stream
			.of(print("99 % succeed", Objective.ofSuccessRate("OBJ", 99)),
					print("99 % within 250 ms", Objective.ofLatency("OBJ", ObjectiveLatency.MS_250, 99)),
					print("95 % within 1 s", Objective.ofLatency("OBJ", ObjectiveLatency.S_1, 95)))
			.collect(Collectors.joining("\n\n", "", "\n"));

		assertThat(printed).isEqualTo(golden("/promql/objective-queries.txt"));
	}

	@Test
	void asksAboutEveryTargetOfAnObjective() {
		Objective objective = Objective.ofSuccessRate("OBJ", 99.9).withLatency(ObjectiveLatency.S_1, 95);

		assertThat(this.queries.all(objective)).extracting(Query::name)
			.containsExactly("successBurnRate", "successBudgetLeft", "latencyBurnRate", "latencyBudgetLeft");
	}

	@Test
	void escapesHostileNames() {
		Query burnRate = new ObjectiveQueries("s\\v\"c").all(Objective.ofSuccessRate("a\"b\\c\nd\re$f{}", 99)).get(0);

		assertThat(burnRate.promql())
			.contains("{service_name=\"s\\\\v\\\"c\",objective_name=\"a\\\"b\\\\c\\nd\\re$f{}\",");
	}

	@Test
	void everySelectorHasTheConditions() {
		Objective objective = Objective.ofSuccessRate("OBJ", 99.9).withLatency(ObjectiveLatency.S_1, 95);
		ObjectiveQueries ofProd = new ObjectiveQueries("SVC", LabelMatchers.parse("namespace!=\"test\""));

		assertThat(ofProd.all(objective))
			.allSatisfy((query) -> assertThat(query.promql().split("\\{")).hasSizeGreaterThan(1)
				.satisfies((parts) -> assertThat(Stream.of(parts).skip(1))
					.allMatch((part) -> part.startsWith("service_name=\"SVC\",namespace!=\"test\",objective_name="))));
	}

	private String print(String title, Objective objective) {
		return this.queries.all(objective)
			.stream()
			.map((query) -> "# " + title + ": " + query.name() + "\n" + query.promql())
			.collect(Collectors.joining("\n\n"));
	}

	private static String golden(String resource) throws IOException {
		try (InputStream stream = ObjectiveQueriesTests.class.getResourceAsStream(resource)) {
			return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
