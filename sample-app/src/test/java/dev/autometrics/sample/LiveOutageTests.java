package dev.autometrics.sample;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.autometrics.Autometrics;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.test.util.TestSocketUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/**
 * Takes a real Prometheus away from an application, and gives it back.
 */
@RequiresPrometheus
class LiveOutageTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final int VERDICTS = 200;

	@AutoClose
	private static PrometheusServer prometheus;

	@AutoClose
	private static RunningShop shop;

	@BeforeAll
	static void makeCalls() {
		int port = TestSocketUtils.findAvailableTcpPort();
		prometheus = PrometheusServer.scraping(port);
		shop = RunningShop.start(settings(prometheus.url(), Map.of("server.port", port)), Judged.class);
		prometheus.awaitScrape();
		IntStream.rangeClosed(1, VERDICTS).forEach((number) -> quietly(() -> shop.bean(Judged.class).judge(number)));
		prometheus.awaitScrape();
	}

	private static Map<String, Object> settings(String queryUrl, Map<String, Object> more) {
		Map<String, Object> settings = new HashMap<>(
				Map.of("autometrics.prometheus.query-url", queryUrl, "shop.shopper.enabled", false,
						"autometrics.objectives.live.success-rate", 90, "autometrics.objectives.live.latency.threshold",
						"10s", "autometrics.objectives.live.latency.percentile", 99));
		settings.putAll(more);
		return settings;
	}

	private static void quietly(Runnable call) {
		try {
			call.run();
		}
		catch (DeliberateException ex) {
			// It is counted, which is what matters here.
		}
	}

	@Test
	void thisInstanceJudgesByWhatItHasCounted() {
		JsonNode objectives = get(shop, "objectives?source=live");

		assertThat(objectives.path("source").path("mode").asString()).isEqualTo("LIVE");
		JsonNode successRate = objectives.path("objectives").path(0).path("successRate");
		assertThat(successRate.path("calls").asLong()).isEqualTo(VERDICTS);
		assertThat(successRate.path("actualRatio").asDouble()).isCloseTo(0.95, within(1e-9));
		assertThat(successRate.path("since").asString()).isNotEmpty();
		assertThat(successRate.has("windowSeconds")).isFalse();
	}

	@Test
	void theListOfFunctionsHasObjectivesAndSource() {
		JsonNode application = shop.application();

		assertThat(application.path("source").path("mode").asString()).isEqualTo("PROMETHEUS");
		assertThat(application.path("objectives").path(0).path("successRate").path("state").asString()).isEqualTo("OK");
	}

	@Test
	void thisInstanceAnswersForAPrometheusThatHangsUntilItIsBack() {
		try (PrometheusGate gate = new PrometheusGate(prometheus.url());
				RunningShop other = RunningShop
					.start(settings(gate.url(), Map.of("autometrics.prometheus.timeout", "1s")), Judged.class)) {
			assertThat(mode(other)).isEqualTo("PROMETHEUS");

			gate.shut();
			assertThat(get(other, "graph").path("source").path("mode").asString()).isEqualTo("LIVE");
			assertThat(mode(other)).isEqualTo("LIVE");
			assertThat(problems(other)).contains("AM-106");

			gate.open();
			await().atMost(PATIENCE).until(() -> mode(other).equals("PROMETHEUS"));
			assertThat(problems(other)).doesNotContain("AM-106");
		}
	}

	private static String mode(RunningShop shop) {
		return get(shop, "live").path("source").path("mode").asString();
	}

	private static List<String> problems(RunningShop shop) {
		List<String> codes = new ArrayList<>();
		get(shop, "problems").path("problems").forEach((problem) -> codes.add(problem.path("code").asString()));
		return codes;
	}

	private static JsonNode get(RunningShop shop, String path) {
		HttpResponse<String> response = Http.get(shop.url() + "/actuator/autometrics/" + path);
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		assertThat(response.body()).doesNotContain("NaN");
		return JSON.readTree(response.body());
	}

	/**
	 * A function with an objective, of which every twentieth call fails.
	 */
	static class Judged {

		@Autometrics(objective = "live")
		void judge(int number) {
			if (number % 20 == 0) {
				throw new DeliberateException();
			}
		}

	}

}
