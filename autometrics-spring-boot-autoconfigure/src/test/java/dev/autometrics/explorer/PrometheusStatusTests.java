package dev.autometrics.explorer;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.autometrics.explorer.PrometheusStatus.State;
import dev.autometrics.model.FunctionId;
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

/**
 * How it stands with Prometheus, as {@link PrometheusSource} tells it, and how much it is
 * asked.
 */
class PrometheusStatusTests {

	private static final FunctionId PLACE = new FunctionId("com.acme.Orders", "place");

	private static final String PLACE_LABELS = "\"function\":\"place\",\"module\":\"com.acme.Orders\"";

	private final FakePrometheus prometheus = new FakePrometheus();

	private final List<State> told = new ArrayList<>();

	private volatile Instant now = Instant.parse("2026-11-22T12:00:00Z");

	private final PrometheusClient client = new PrometheusClient(
			new PrometheusTarget(URI.create(this.prometheus.url()), Duration.ofSeconds(30), Map.of(), null),
			(json) -> JsonParserFactory.getJsonParser().parseMap(json), () -> this.now);

	private final PrometheusSource source = source(Objectives.NONE);

	@AfterEach
	void close() {
		this.client.close();
		this.prometheus.close();
	}

	@Test
	void nothingIsKnownBeforeTheFirstQuestion() {
		assertThat(this.source.status().state()).isEqualTo(State.UNKNOWN);
		assertThat(this.prometheus.requests()).isEmpty();
	}

	@Test
	void asksForAllFunctionsAtOnce() {
		answers(Map.of("count(", "2", "sum by (function, module) (function_calls_total{", "100",
				"sum by (function, module) (rate(", "7.5", "function_calls_concurrent", "3"));

		FunctionRow row = this.source.functions(TimeRange.HOUR).get(0);

		assertThat(row.function()).isEqualTo(PLACE);
		assertThat(row.calls()).isEqualTo(100);
		assertThat(row.requestRate()).isEqualTo(7.5);
		assertThat(row.concurrent()).isEqualTo(3);
		assertThat(row.latency()).isEqualTo(Percentiles.UNKNOWN);
		assertThat(row.trend()).hasSize(20).startsWith((Integer) null).endsWith(100);
		assertThat(this.prometheus.requests()).hasSize(8);
		assertThat(this.source.status().state()).isEqualTo(State.OK);
	}

	@Test
	void tellsHowItStandsAfterEachRequest() {
		this.prometheus.answers(401, "");
		assertThatExceptionOfType(FiguresUnavailableException.class)
			.isThrownBy(() -> this.source.calls(TimeRange.HOUR));
		assertThat(this.source.status().retryAt()).isEqualTo(this.now.plusSeconds(5));
		this.now = this.now.plusSeconds(5);
		answers(Map.of("count(", "1"));
		this.source.calls(TimeRange.HOUR);

		assertThat(this.told).containsExactly(State.UNAUTHORIZED, State.OK);
		assertThat(this.source.status().error()).isNull();
	}

	@Test
	void withoutObjectivesPrometheusIsAskedWhetherItIsThere() {
		this.prometheus.answers(404, "<html>");

		assertThatExceptionOfType(FiguresUnavailableException.class).isThrownBy(this.source::objectives);
		assertThat(this.source.status().state()).isEqualTo(State.NOT_PROMETHEUS);
	}

	// Queries that contain a text are answered by a value of the function, the others by
	// nothing.
	private void answers(Map<String, String> values) {
		this.prometheus.answers((exchange, query) -> FakePrometheus.answer(exchange, 200,
				FakePrometheus.vector(values.entrySet()
					.stream()
					.filter((entry) -> query.startsWith(entry.getKey()) || query.contains(entry.getKey() + "{"))
					.map((entry) -> entry.getValue())
					.map((value) -> exchange.getRequestURI().getPath().endsWith("range") ? "{\"metric\":{"
							+ PLACE_LABELS + "},\"values\":[[" + this.now.getEpochSecond() + ",\"" + value + "\"]]}"
							: FakePrometheus.series("{" + PLACE_LABELS + "}", value))
					.toArray(String[]::new))));
	}

	private PrometheusSource source(Objectives objectives) {
		return new PrometheusSource(this.client,
				new PrometheusSource.Settings("shop", LabelMatchers.NONE, objectives, () -> this.now),
				(status) -> this.told.add(status.state()));
	}

}
