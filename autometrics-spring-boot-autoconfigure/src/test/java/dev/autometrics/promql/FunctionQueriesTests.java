package dev.autometrics.promql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.autometrics.model.FunctionId;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.ResultSettings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FunctionQueries}.
 */
class FunctionQueriesTests {

	private final FunctionQueries queries = new FunctionQueries("SVC");

	@Test
	void printsTheProvenQueries() throws IOException {
		String printed = this.queries.all(function("FN", true))
			.stream()
			.map((query) -> "# " + query.name() + "\n" + query.promql())
			.collect(Collectors.joining("\n\n", "", "\n"));

		assertThat(printed).isEqualTo(golden("/promql/function-queries.txt"));
	}

	@Test
	void usualQueriesDoNotJoin() {
		List<Query> usual = this.queries.usual(function("FN", true));

		assertThat(usual).hasSize(6)
			.allSatisfy((query) -> assertThat(query.promql()).doesNotContain("group_left", "build_info"));
	}

	@Test
	void asksForConcurrencyOnlyWhereItIsPublished() {
		assertThat(this.queries.all(function("FN", true))).extracting(Query::name).contains("concurrentCalls");
		assertThat(this.queries.all(function("FN", false))).extracting(Query::name).doesNotContain("concurrentCalls");
	}

	@Test
	void escapesHostileNames() {
		Query requestRate = new FunctionQueries("s\\v\"c").usual(function("a\"b\\c\nd$e{}", false)).get(0);

		assertThat(requestRate.promql()).contains("{function=\"a\\\"b\\\\c\\nd$e{}\",")
			.contains(",service_name=\"s\\\\v\\\"c\"}");
	}

	@Test
	void everySelectorHasTheConditions() {
		FunctionQueries ofProd = new FunctionQueries("SVC",
				LabelMatchers.parse("namespace=\"prod\",cluster=~\"eu-.*\""));

		assertThat(ofProd.all(function("FN", true)))
			.allSatisfy((query) -> assertThat(query.promql().split("\\{")).hasSizeGreaterThan(1)
				.satisfies((parts) -> assertThat(Stream.of(parts).skip(1))
					.allMatch((part) -> part.contains("service_name=\"SVC\",cluster=~\"eu-.*\",namespace=\"prod\""))));
	}

	private static InstrumentedFunction function(String name, boolean concurrencyTracked) {
		return new InstrumentedFunction(new FunctionId("MOD", name), name + "()", null, concurrencyTracked,
				ResultSettings.DEFAULT, Collections.emptySortedSet());
	}

	private static String golden(String resource) throws IOException {
		try (InputStream stream = FunctionQueriesTests.class.getResourceAsStream(resource)) {
			return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
