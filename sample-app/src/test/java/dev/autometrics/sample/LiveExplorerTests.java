package dev.autometrics.sample;

import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import dev.autometrics.Autometrics;
import dev.autometrics.sample.MeasuredBeans.Back;
import dev.autometrics.sample.MeasuredBeans.Front;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.test.util.TestSocketUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Compares what the endpoint tells from a real Prometheus with calls that the test has
 * made. Counts are those of the last scrape. Rates are extrapolated to the time of the
 * request by Prometheus, so they may be a little more than the calls that there were.
 */
@RequiresPrometheus
class LiveExplorerTests {

	private static final int CALLS = 400;

	private static final int QUESTIONS = 100;

	// The more there are, the less is extrapolated.
	private static final int SCRAPES = 6;

	private static final double FIVE_MINUTES = 300;

	private static final double QUARTER_OF_AN_HOUR = 900;

	private static final double EXTRAPOLATION = 1.35;

	private static final double DIGITS = 0.001;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@AutoClose
	private static PrometheusServer prometheus;

	@AutoClose
	private static RunningShop shop;

	@BeforeAll
	static void makeCalls() {
		int port = TestSocketUtils.findAvailableTcpPort();
		prometheus = PrometheusServer.scraping(port);
		shop = RunningShop.start(
				Map.of("server.port", port, "autometrics.prometheus.query-url", prometheus.url(),
						"autometrics.prometheus.timeout", "20s", "autometrics.version", "1.2.3", "shop.shopper.enabled",
						false, "autometrics.objectives.promise.success-rate", 99),
				Promise.class, Front.class, Back.class);
		// The series of a caller are there from its first call on.
		shop.bean(Front.class).ask(1);
		IntStream.range(0, SCRAPES).forEach((scrape) -> prometheus.awaitScrape());
		repeat(CALLS, shop.bean(Promise.class)::keep);
		repeat(QUESTIONS, shop.bean(Front.class)::ask);
		prometheus.awaitScrape();
		prometheus.awaitScrape();
	}

	private static void repeat(int times, IntConsumer call) {
		IntStream.rangeClosed(1, times).forEach((number) -> {
			try {
				call.accept(number);
			}
			catch (DeliberateException ex) {
				assertThat(number % 4).isZero();
			}
		});
	}

	@Test
	void tellsThePresentOfAllFunctions() {
		JsonNode live = get("live?range=1h");

		assertPrometheus(live, "1h");
		JsonNode row = row(live, id(Promise.class, "keep"));
		assertCalls(row.get(1).asDouble() * FIVE_MINUTES, CALLS);
		assertThat(row.get(2).asDouble()).isCloseTo(0.25, within(DIGITS));
		assertThat(row.get(3).asDouble()).isPositive();
		assertThat(row.get(5).asDouble()).isGreaterThanOrEqualTo(row.get(3).asDouble());
		assertThat(row.get(7).asInt()).isEqualTo(CALLS);
		assertThat(row.get(8).asInt()).isEqualTo(CALLS / 4);
		JsonNode front = row(live, id(Front.class, "ask"));
		assertThat(front.get(2).asDouble()).isZero();
		assertThat(front.get(8).asInt()).isZero();
	}

	@Test
	void functionThatNobodyCalledHasZerosAndNoDurations() {
		JsonNode idle = row(get("live?range=15m"), "dev.autometrics.sample.report.ReportService.annualReport");

		assertThat(idle.get(1).asDouble()).isZero();
		assertThat(idle.get(2).isNull()).isTrue();
		assertThat(idle.get(3).isNull()).isTrue();
		assertThat(idle.get(7).asInt()).isZero();
		assertThat(idle.get(8).asInt()).isZero();
	}

	@Test
	void tellsAFunctionOverTime() {
		JsonNode series = get(id(Back.class, "answer") + "/series?range=15m");

		assertPrometheus(series, "15m");
		assertThat(series.at("/instances").asInt()).isOne();
		assertThat(series.at("/time")).hasSize(91);
		for (String column : new String[] { "ok", "error", "errorRatio", "p50", "p95", "p99", "concurrent" }) {
			assertThat(series.at("/" + column)).as(column).hasSize(91);
		}
		assertThat(series.at("/ok/0").isNull()).isTrue();
		assertThat(series.at("/deploys")).isEmpty();
		assertThat(series.at("/callers")).hasSize(1);
		assertThat(series.at("/callers/0/id").asString()).isEqualTo(id(Front.class, "ask"));
		assertCalls(series.at("/callers/0/requestRate").asDouble() * QUARTER_OF_AN_HOUR, QUESTIONS);
		assertThat(series.at("/callers/0/errorRatio").asDouble()).isCloseTo(0.2, within(0.01));
		assertThat(get(id(Front.class, "ask") + "/series").at("/callees/0/id").asString())
			.isEqualTo(id(Back.class, "answer"));
	}

	@Test
	void everyRangeIsAnswered() {
		for (String range : new String[] { "15m", "1h", "6h", "1d", "7d", "30d" }) {
			assertPrometheus(get("live?range=" + range), range);
			assertPrometheus(get("graph?range=" + range), range);
			assertPrometheus(get(id(Promise.class, "keep") + "/series?range=" + range), range);
		}
	}

	@Test
	void tellsWhoCallsWhom() {
		JsonNode graph = get("graph?range=15m");

		assertThat(graph.at("/edges").valueStream())
			.filteredOn((edge) -> edge.path("to").asString().equals(id(Back.class, "answer")))
			.singleElement()
			.satisfies((edge) -> assertThat(edge.path("from").asString()).isEqualTo(id(Front.class, "ask")));
	}

	@Test
	void tellsHowWellObjectivesAreKept() {
		JsonNode objectives = get("objectives");

		assertThat(objectives.at("/source/mode").asString()).isEqualTo("PROMETHEUS");
		JsonNode promise = objectives.at("/objectives")
			.valueStream()
			.filter((each) -> each.path("name").asString().equals("promise"))
			.findFirst()
			.orElseThrow();
		assertThat(promise.at("/functions/0").asString()).isEqualTo(id(Promise.class, "keep"));
		JsonNode target = promise.path("successRate");
		assertThat(target.path("state").asString()).isEqualTo("BREACHED");
		assertThat(target.path("windowSeconds").asInt()).isEqualTo(30 * 24 * 60 * 60);
		assertCalls(target.path("calls").asDouble(), CALLS);
		assertThat(target.path("actualRatio").asDouble()).isCloseTo(0.75, within(DIGITS));
		assertThat(target.path("budgetRemaining").asDouble()).isCloseTo(-24, within(0.1));
		assertThat(target.path("burnRates")).hasSize(7)
			.allSatisfy((burn) -> assertThat(burn.path("value").asDouble()).isCloseTo(25, within(0.1)));
		assertThat(shop.application().at("/source/mode").asString()).isEqualTo("PROMETHEUS");
		assertThat(shop.application().at("/objectives")).hasSameSizeAs(objectives.at("/objectives"));
	}

	private static void assertPrometheus(JsonNode answer, String range) {
		assertThat(answer.at("/source/prometheus/error").asString("")).isEmpty();
		assertThat(answer.at("/source/mode").asString()).isEqualTo("PROMETHEUS");
		assertThat(answer.at("/source/prometheus/status").asString()).isEqualTo("OK");
		assertThat(answer.at("/range").asString()).isEqualTo(range);
	}

	private static void assertCalls(double told, int made) {
		assertThat(told).isBetween(made - 1.0, made * EXTRAPOLATION);
	}

	private static JsonNode row(JsonNode live, String id) {
		return live.at("/rows")
			.valueStream()
			.filter((row) -> row.get(0).asString().equals(id))
			.findFirst()
			.orElseThrow();
	}

	private static String id(Class<?> module, String function) {
		return module.getName() + "." + function;
	}

	private static JsonNode get(String path) {
		return JSON.readTree(Http.get(shop.url() + "/actuator/autometrics/" + path).body());
	}

	/**
	 * A promise that is broken every fourth time.
	 */
	static class Promise {

		@Autometrics(objective = "promise")
		void keep(int number) {
			if (number % 4 == 0) {
				throw new DeliberateException();
			}
		}

	}

}
