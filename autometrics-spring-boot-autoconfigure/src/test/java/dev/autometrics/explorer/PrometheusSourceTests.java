package dev.autometrics.explorer;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.autometrics.Objective;
import dev.autometrics.explorer.FunctionSeries.Deploy;
import dev.autometrics.explorer.FunctionSeries.Kind;
import dev.autometrics.explorer.TargetState.Burn;
import dev.autometrics.explorer.TargetState.State;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.ObjectiveRecords;
import dev.autometrics.model.Objectives;
import dev.autometrics.prometheus.FakePrometheus;
import dev.autometrics.prometheus.PrometheusClient;
import dev.autometrics.prometheus.PrometheusTarget;
import dev.autometrics.promql.LabelMatchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.json.JsonParserFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link PrometheusSource}.
 */
class PrometheusSourceTests {

	private static final Instant NOW = Instant.parse("2026-11-22T14:02:05Z");

	private static final long START = Instant.parse("2026-11-22T13:47:00Z").getEpochSecond();

	private static final FunctionId PLACE = new FunctionId("com.acme.Orders", "place");

	private static final String OBJECTIVE = "\"objective_name\":\"api\",\"objective_percentile\":\"99.9\",\"slo\":"
			+ "\"success_rate\"";

	private static final String PUBLISHED = "objective_percentile!=\"\"}";

	private final FakePrometheus prometheus = new FakePrometheus();

	private final List<PrometheusStatus> statuses = new ArrayList<>();

	private final PrometheusClient client = new PrometheusClient(
			new PrometheusTarget(URI.create(this.prometheus.url()), Duration.ofSeconds(30), Map.of(), null),
			(json) -> JsonParserFactory.getJsonParser().parseMap(json), () -> NOW);

	private final PrometheusSource source = new PrometheusSource(this.client,
			new PrometheusSource.Settings("shop", LabelMatchers.parse("namespace=\"prod\""),
					new Objectives(List.of(Objective.ofSuccessRate("api", 99.9))), () -> NOW),
			this.statuses::add);

	@AfterEach
	void close() {
		this.client.close();
		this.prometheus.close();
	}

	@Test
	void readsWhatTheRulesHaveRecorded() {
		answer(Map.of(ObjectiveRecords.badRatio("30d"),
				List.of(ratio("5m", "0.0021"), ratio("1h", "0.001"), ratio("30d", "0.0004")), ObjectiveRecords.CALLS_1H,
				List.of(series(OBJECTIVE, "81000"))));

		TargetState state = this.source.objectives().get(0);

		assertThat(state.state()).isEqualTo(State.OK);
		assertThat(state.calls()).isEqualTo(81000);
		assertThat(state.window()).hasDays(30);
		assertThat(state.actualRatio()).isCloseTo(0.9996, within(1e-9));
		assertThat(state.budgetRemaining()).isCloseTo(0.6, within(1e-9));
		assertThat(state.burnRates().get(0)).isEqualTo(new Burn("5m", 0.0021 / 0.001));
		assertThat(state.burnRates().get(1)).isEqualTo(new Burn("30m", null));
		assertThat(queries()).hasSize(3).noneMatch((query) -> query.contains("rate("));
		assertThat(queries()).filteredOn((query) -> query.contains("autometrics_slo"))
			.allMatch((query) -> query.contains("{service_name=\"shop\",namespace=\"prod\"}"));
	}

	@Test
	void countsWhereNothingIsRecorded() {
		answer(Map.of(PUBLISHED + "[30d]", List.of(rate("all", "0.01"), rate("bad", "0.001")), PUBLISHED + "[5m]",
				List.of(rate("all", "2"), rate("bad", "0"))));

		TargetState state = this.source.objectives().get(0);

		assertThat(state.state()).isEqualTo(State.BREACHED);
		assertThat(state.calls()).isCloseTo(0.01 * 30 * 86400, within(1e-6));
		assertThat(state.actualRatio()).isCloseTo(0.9, within(1e-9));
		assertThat(state.burnRates().get(0).rate()).isZero();
	}

	@Test
	void longestWindowThatIsAnsweredCounts() {
		this.prometheus.answers((exchange, query) -> {
			if (query.contains("[30d]")) {
				FakePrometheus.answer(exchange, 422,
						"{\"status\":\"error\",\"errorType\":\"execution\",\"error\":\"too many samples\"}");
				return;
			}
			FakePrometheus.answer(exchange, 200, FakePrometheus.vector(query.startsWith("count(") ? series("", "1")
					: query.contains("[3d]") ? rate("all", "1") + "," + rate("bad", "0") : ""));
		});

		TargetState state = this.source.objectives().get(0);

		assertThat(state.window()).hasDays(3);
		assertThat(state.calls()).isEqualTo(3.0 * 86400);
		assertThat(state.budgetRemaining()).isEqualTo(1);
	}

	@Test
	void fewCallsAreNoVerdict() {
		answer(Map.of(PUBLISHED + "[30d]", List.of(rate("all", "0.0001"), rate("bad", "0.0001"))));

		TargetState state = this.source.objectives().get(0);

		assertThat(state.state()).isEqualTo(State.TOO_FEW_CALLS);
		assertThat(state.calls()).isCloseTo(259.2, within(1e-6));
		assertThat(state.budgetRemaining()).isNull();
	}

	@Test
	void rollingDeploymentIsOneDeploy() {
		answer(Map.of("build_info", List.of(over("\"version\":\"1\",\"commit\":\"a\"", 0, 40),
				over("\"version\":\"2\",\"commit\":\"b\"", 30, 90))));

		FunctionSeries series = this.source.series(PLACE, TimeRange.MINUTES_15);

		assertThat(series.times()).hasSize(91).startsWith(Instant.ofEpochSecond(START));
		assertThat(series.deploys()).containsExactly(new Deploy(Instant.ofEpochSecond(START + 300), "2", "b"));
		assertThat(series.instances()).isEqualTo(1);
	}

	@Test
	void callsThatAllSucceedHaveNoErrorsAndGapsStayGaps() {
		answer(Map.of("rate(function_calls_total", List.of(over("", 10, 20))));

		FunctionSeries series = this.source.series(PLACE, TimeRange.MINUTES_15);

		assertThat(series.values().get(Kind.OK)).hasSize(91);
		assertThat(series.values().get(Kind.OK).get(9)).isNull();
		assertThat(series.values().get(Kind.OK).get(10)).isNotNull();
		assertThat(series.values().get(Kind.P99)).hasSize(91).containsOnlyNulls();
	}

	@Test
	void serviceThatPrometheusDoesNotKnowHasNoFigures() {
		assertThatExceptionOfType(FiguresUnavailableException.class)
			.isThrownBy(() -> this.source.functions(TimeRange.HOUR));

		assertThat(this.statuses).extracting(PrometheusStatus::state).containsExactly(PrometheusStatus.State.NO_SERIES);
		assertThat(this.statuses.get(0).error())
			.isEqualTo("It has no function_calls_total{service_name=\"shop\",namespace=\"prod\"}");
	}

	private void answer(Map<String, List<String>> series) {
		this.prometheus.answers((exchange, query) -> {
			if (query.startsWith("count(") && !query.contains("build_info")) {
				FakePrometheus.answer(exchange, 200, FakePrometheus.vector(series("", "1")));
				return;
			}
			List<String> found = series.entrySet()
				.stream()
				.filter((entry) -> query.contains(entry.getKey()))
				.flatMap((entry) -> entry.getValue().stream())
				.toList();
			FakePrometheus.answer(exchange, 200, FakePrometheus.vector(found.toArray(String[]::new)));
		});
	}

	private List<String> queries() {
		return this.prometheus.requests().stream().map((request) -> request.form().get("query")).toList();
	}

	private static String ratio(String window, String value) {
		return series(OBJECTIVE + ",\"window\":\"" + window + "\"", value);
	}

	private static String rate(String calls, String value) {
		return series(OBJECTIVE + ",\"calls\":\"" + calls + "\"", value);
	}

	private static String series(String labels, String value) {
		return FakePrometheus.series("{" + labels + "}", value);
	}

	private static String over(String labels, int from, int until) {
		return "{\"metric\":{" + labels + "},\"values\":["
				+ IntStream.rangeClosed(from, until)
					.mapToObj((step) -> "[" + (START + 10L * step) + ",\"1\"]")
					.collect(Collectors.joining(","))
				+ "]}";
	}

}
