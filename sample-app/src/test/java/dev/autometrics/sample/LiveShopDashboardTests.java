package dev.autometrics.sample;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.autometrics.dashboards.Dashboards;
import dev.autometrics.model.Objectives;
import dev.autometrics.sample.MeasuredBeans.Back;
import dev.autometrics.sample.MeasuredBeans.Front;
import dev.autometrics.sample.MeasuredBeans.Gate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.test.util.TestSocketUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends every query of the dashboards of functions to a Prometheus that scrapes the shop.
 */
@RequiresPrometheus
class LiveShopDashboardTests {

	private static final Dashboards DASHBOARDS = new Dashboards("shop", Objectives.NONE);

	private static final int QUESTIONS = 10;

	@AutoClose
	private static PrometheusServer prometheus;

	@AutoClose
	private static RunningShop shop;

	@BeforeAll
	static void makeCalls() {
		int port = TestSocketUtils.findAvailableTcpPort();
		prometheus = PrometheusServer.scraping(port);
		shop = RunningShop.start(
				Map.of("server.port", port, "autometrics.version", "1.2.3", "shop.shopper.enabled", false), Gate.class,
				Front.class, Back.class);
		shop.bean(Front.class).ask(1);
		prometheus.awaitScrape();
		IntStream.rangeClosed(1, QUESTIONS).forEach(shop.bean(Front.class)::ask);
		prometheus.awaitScrape();
	}

	@Test
	void overviewShowsEverything() {
		assertThat(withoutData(load("overview"))).isEmpty();
	}

	@Test
	void explorerShowsEverythingOfAFunctionThatCallsAnother() {
		assertThat(withoutData(explorer(Front.class, "ask"))).containsExactly("6 Calls under way A");
	}

	@Test
	void explorerShowsEverythingOfAFunctionThatCallsNone() {
		assertThat(withoutData(explorer(Back.class, "answer"))).containsExactly("6 Calls under way A",
				"11 Calls per second of what it calls A", "12 Failed calls of what it calls A");
	}

	@Test
	void explorerShowsTheCallsUnderWayOfAFunctionThatNobodyCalled() {
		assertThat(withoutData(explorer(Gate.class, "pass"))).doesNotContain("6 Calls under way A",
				"2 Calls per second A", "13 Calls per second by version A");
	}

	@Test
	void explorerOffersTheFunctionsOfTheShop() {
		Grafana explorer = load("function-explorer");

		assertThat(explorer.offers("module", prometheus.api())).contains(Front.class.getName(), Back.class.getName());
		assertThat(explorer.with("module", Back.class.getName()).offers("function", prometheus.api()))
			.containsExactly("answer");
		assertThat(explorer.offers("instance", prometheus.api())).hasSize(1);
	}

	private static Grafana explorer(Class<?> module, String function) {
		return load("function-explorer").with("module", module.getName()).with("function", function);
	}

	private static Grafana load(String name) {
		return Grafana.load(DASHBOARDS.json(name)).with("instance", ".*");
	}

	private static List<String> withoutData(Grafana dashboard) {
		return dashboard.queries()
			.entrySet()
			.stream()
			.filter((query) -> prometheus.api().query(query.getValue()).isEmpty())
			.map(Map.Entry::getKey)
			.toList();
	}

}
