package dev.autometrics.promql;

import java.util.List;
import java.util.stream.Stream;

import dev.autometrics.model.FunctionId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServiceQueries} and {@link ObjectiveStateQueries}.
 */
class ServiceQueriesTests {

	private static final LabelMatchers CONDITIONS = LabelMatchers.parse("namespace!=\"test\"");

	private final ServiceQueries queries = new ServiceQueries("SVC", CONDITIONS);

	@Test
	void asksForAllFunctionsOrForOne() {
		assertThat(this.queries.total()).isEqualTo(
				"sum by (function, module) " + "(function_calls_total{service_name=\"SVC\",namespace!=\"test\"})");
		assertThat(this.queries.of(new FunctionId("m\"", "f")).total())
			.contains("{service_name=\"SVC\",namespace!=\"test\",function=\"f\",module=\"m\\\"\"}");
	}

	@Test
	void everySelectorHasServiceAndConditions() {
		ObjectiveStateQueries objectives = new ObjectiveStateQueries("SVC", CONDITIONS);

		assertThat(Stream.of(this.queries.instances(), this.queries.requestRate("5m"), this.queries.errorRatio("5m"),
				this.queries.latency("5m"), this.queries.concurrent(), this.queries.failedTotal(),
				this.queries.callRate("5m"), this.queries.callErrorRatio("5m"), this.queries.versions("5m"),
				objectives.rates(List.of("0.25"), "1h")))
			.allSatisfy((query) -> assertThat(query.split("\\{", -1)).hasSizeGreaterThan(1)
				.satisfies((parts) -> assertThat(Stream.of(parts).skip(1))
					.allMatch((part) -> part.startsWith("service_name=\"SVC\",namespace!=\"test\""))));
	}

	@Test
	void recordsHaveTheLabelsOfTheConditions() {
		ObjectiveStateQueries prod = new ObjectiveStateQueries("SVC", LabelMatchers.parse("namespace=\"prod\""));

		assertThat(prod.recordedCalls("30d")).contains("{service_name=\"SVC\",namespace=\"prod\"}[30d]");
		assertThat(new ObjectiveStateQueries("SVC", CONDITIONS).recordedRatios(List.of("1h")))
			.doesNotContain("namespace!=\"test\",")
			.contains("{service_name=\"SVC\",");
	}

}
