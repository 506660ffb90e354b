package dev.autometrics.sample;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.autometrics.Autometrics;
import dev.autometrics.model.ObjectiveRecords;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

import org.springframework.test.util.TestSocketUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Starts the shop and, with the script in the folder {@code setup}, a Prometheus for it.
 * <p>
 * Nothing is played here: the rules are the generated ones with their intervals, and the
 * calls are calls. The one thing that a shop in production does not have is a start at
 * which a function fails from its first call on. That is why the alert fires within a
 * minute; what comes after good hours is played in {@link ObjectiveAlertTests}.
 */
@RequiresPrometheus
class LiveSetupTests {

	private static final Duration PATIENCE = Duration.ofSeconds(80);

	private static final int CALLS_PER_SECOND = 10;

	@AutoClose
	private static PrometheusServer prometheus;

	@AutoClose
	private static RunningShop shop;

	@AutoClose
	@SuppressWarnings("UnusedVariable") // It ends the calls.
	private static SteadyCalls calls;

	@BeforeAll
	static void start() {
		int port = TestSocketUtils.findAvailableTcpPort();
		prometheus = PrometheusServer.ofScript(port);
		shop = RunningShop.start(Map.of("server.port", port, "autometrics.prometheus.url", prometheus.url(),
				"shop.shopper.enabled", false), Checkout.class);
		calls = new SteadyCalls(CALLS_PER_SECOND, Integer.MAX_VALUE, shop.bean(Checkout.class)::pay);
	}

	@Test
	void alertFiresWhenAFunctionOfTheObjectiveFails() {
		JsonNode alert = await().atMost(PATIENCE)
			.until(() -> alerts("page"), (alerts) -> alerts.stream().anyMatch(LiveSetupTests::isFiring))
			.get(0);

		assertThat(alert.path("labels").path("service_name").asString()).isEqualTo("shop");
		assertThat(alert.path("labels").path("objective_name").asString()).isEqualTo("shop-api");
		assertThat(alert.path("labels").path("slo").asString()).isEqualTo("success_rate");
		assertThat(alert.path("annotations").path("description").asString()).startsWith("100% of the calls failed");
		// The calls are quick, so nothing is wrong with the other target of the
		// objective.
		assertThat(alerts("page")).hasSize(1);
	}

	@Test
	void rulesAreLoadedAndNoneFails() throws Exception {
		Map<String, List<Map<String, Object>>> file = new Yaml()
			.load(Files.readString(Path.of("autometrics", "rules.yml")));
		JsonNode groups = prometheus.api().data("rules").path("groups");

		assertThat(groups.valueStream().map((group) -> group.path("name").asString()))
			.containsExactlyInAnyOrderElementsOf(
					file.get("groups").stream().map((group) -> (String) group.get("name")).toList());
		assertThat(groups.valueStream().flatMap((group) -> group.path("rules").valueStream())).isNotEmpty()
			.allSatisfy((rule) -> assertThat(rule.path("health").asString()).isIn("ok", "unknown"));
	}

	@Test
	void shopIsScrapedAndItsLinksLeadThere() {
		prometheus.awaitScrape();

		new EveryQuery(prometheus).assertAnswered(shop);
	}

	private static List<JsonNode> alerts(String severity) {
		return prometheus.api()
			.data("alerts")
			.path("alerts")
			.valueStream()
			.filter((alert) -> ObjectiveRecords.BUDGET_BURN_ALERT
				.equals(alert.path("labels").path("alertname").asString()))
			.filter((alert) -> severity.equals(alert.path("labels").path("severity").asString()))
			.toList();
	}

	private static boolean isFiring(JsonNode alert) {
		return "firing".equals(alert.path("state").asString());
	}

	/**
	 * A part of the shop's interface that is out of order.
	 */
	static class Checkout {

		@Autometrics(objective = "shop-api")
		void pay(int number) {
			throw new DeliberateException();
		}

	}

}
