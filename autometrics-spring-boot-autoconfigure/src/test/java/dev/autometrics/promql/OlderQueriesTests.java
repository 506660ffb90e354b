package dev.autometrics.promql;

import dev.autometrics.model.FunctionId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OlderQueries}.
 */
class OlderQueriesTests {

	private static final FunctionId PLACE = new FunctionId("com.acme.Orders", "place");

	@Test
	void thereAreThree() {
		assertThat(OlderQueries.of(PLACE, LabelMatchers.NONE)).extracting(Query::name)
			.containsExactly("requestRate", "latency", "errorRatio");
	}

	@Test
	void requestRateIsByVersionAndCommit() {
		String rate = "rate(function_calls_count_total{function=\"place\",module=\"com.acme.Orders\"}[5m])";
		String seen = "(build_info{} or on (instance, job) last_over_time(build_info{}[5m]))";

		assertThat(promql(0, LabelMatchers.NONE)).isEqualTo("sum by (function, module, commit, version) (" + rate
				+ " * on (instance, job) group_left (version, commit) (" + seen
				+ " unless on (instance, job) count by (instance, job) (" + seen
				+ ") > 1) or ignoring (version, commit) " + rate + ")");
	}

	@Test
	void latencyIsOfTheHistogramWithoutItsUnit() {
		assertThat(promql(1, LabelMatchers.NONE))
			.contains("function_calls_duration_bucket{function=\"place\",module=\"com.acme.Orders\"}",
					"by (le, function, module, commit, version)", "0.99", "0.95", "0.5")
			.doesNotContain("_seconds", "service_name");
	}

	@Test
	void errorRatioComparesWithAllCalls() {
		assertThat(promql(2, LabelMatchers.NONE))
			.contains("function_calls_count_total{function=\"place\",module=\"com.acme.Orders\",result=\"error\"}",
					"function_calls_count_total{function=\"place\",module=\"com.acme.Orders\"}")
			.doesNotContain("service_name");
	}

	@Test
	void everySelectorHasTheConditions() {
		LabelMatchers conditions = LabelMatchers.parse("job='shop'");
		for (int query = 0; query < 3; query++) {
			assertThat(promql(query, conditions).split("\\{", -1)).as("%d", query)
				.hasSizeGreaterThan(2)
				.satisfies((parts) -> assertThat(parts).filteredOn((part) -> !part.equals(parts[0]))
					.allMatch((part) -> part.substring(0, part.indexOf('}')).contains("job=\"shop\"")));
		}
	}

	private static String promql(int query, LabelMatchers conditions) {
		return OlderQueries.of(PLACE, conditions).get(query).promql();
	}

}
