package dev.autometrics.sample;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.test.util.TestSocketUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks at the Explorer with the figures of a real Prometheus.
 */
@RequiresBrowser
@RequiresPrometheus
class ExplorerPrometheusTests {

	private static final String MODULE = PromisingBean.class.getName();

	private static final double LONGEST_PAUSE_IN_MILLIS = 90_000;

	@AutoClose
	private static PrometheusServer prometheus;

	@AutoClose
	private static RunningShop shop;

	@AutoClose
	private static Chromium browser;

	@BeforeAll
	static void call() {
		int port = TestSocketUtils.findAvailableTcpPort();
		prometheus = PrometheusServer.scraping(port);
		shop = RunningShop.start(PromisingBean.properties(
				Map.of("server.port", port, "autometrics.prometheus.query-url", prometheus.url())),
				PromisingBean.class);
		browser = new Chromium();
		prometheus.awaitScrape();
		PromisingBean.call(shop.bean(PromisingBean.class));
		prometheus.awaitScrape();
	}

	// Where Prometheus was away a moment ago, the page finds it again by itself.
	private static Tab open(String view, NewContextOptions options) {
		Tab tab = browser.open(shop.url() + "/actuator/autometrics" + view, options);
		Tab.expect(badge(tab)).hasText("Prometheus");
		return tab;
	}

	private static Tab open(String view) {
		return open(view, new NewContextOptions());
	}

	private static Locator badge(Tab tab) {
		return tab.page().locator(".badge");
	}

	private static Locator banner(Tab tab) {
		return tab.page().locator(".banner").first();
	}

	@ParameterizedTest
	@CsvSource({ "calm,20,0 %,ok", "hasty,100,9 %,at risk", "lost,40,25 %,breached", "rare,3,0 %,too few calls" })
	void figuresAreThoseOfTheCalls(String name, String calls, String errors, String state) {
		try (Tab tab = open("#/functions")) {
			Locator cells = tab.row(name, MODULE).locator("td");
			Tab.expect(cells.nth(7)).hasText(calls);
			Tab.expect(cells.nth(2)).hasText(errors);
			Tab.expect(cells.last()).containsText(state);
			Tab.expect(banner(tab)).isHidden();
		}
	}

	@Test
	void functionNeverCalledIsToldApart() {
		try (Tab tab = open("#/functions")) {
			Tab.expect(tab.row("annualReport", "ReportService")).containsText("not called yet");
		}
	}

	@Test
	void functionShowsInstancesAndObjective() {
		try (Tab tab = open("#/fn/" + MODULE + ".lost")) {
			Tab.expect(tab.page().locator(".links").first()).containsText("1 instance");
			Tab.expect(tile(tab, "Total")).containsText("40");
			Tab.expect(tile(tab, "lost: success rate")).containsText("breached");
			Tab.expect(tile(tab, "lost: success rate")).containsText("-150 % of the budget left");
			Tab.expect(tab.page().locator(".plot canvas")).hasCount(4);
		}
	}

	private static Locator tile(Tab tab, String label) {
		return tab.page().locator(".tile").filter(new Locator.FilterOptions().setHasText(label));
	}

	@Test
	void rangeIsChosenAndKept() {
		try (Tab tab = open("#/functions")) {
			Tab.expect(tab.page().locator("#range")).hasValue("1h");
			assertThat(tab.page().locator("#range option:not([disabled])").count()).isEqualTo(6);
			tab.page().waitForRequest((request) -> request.url().endsWith("/live?range=7d"),
					() -> tab.page().locator("#range").selectOption("7d"));
			tab.page().reload();
			Tab.expect(tab.page().locator("#range")).hasValue("7d");
		}
	}

	@Test
	void readerCanAskForThisInstance() {
		try (Tab tab = open("#/functions")) {
			tab.page().getByText("this instance only").click();
			Tab.expect(badge(tab)).hasText("this instance");
			Tab.expect(banner(tab)).isHidden();
			Tab.expect(tab.row("hasty", MODULE).locator("td").nth(7)).hasText("100");
			tab.page().getByText("all instances, from Prometheus").click();
			Tab.expect(badge(tab)).hasText("Prometheus");
		}
	}

	@ParameterizedTest
	@EnumSource(value = ColorScheme.class, names = { "LIGHT", "DARK" })
	void everyViewIsUsable(ColorScheme colors) {
		for (String view : new String[] { "functions", "objectives", "objectives/lost", "fn/" + MODULE + ".lost",
				"graph" }) {
			try (Tab tab = open("#/" + view, new NewContextOptions().setColorScheme(colors))) {
				tab.heading();
				tab.keep("prometheus-" + view.replaceAll("[^A-Za-z]+", "-") + "-" + colors);
				tab.check();
			}
		}
	}

	// Who asks for this instance alone does not miss Prometheus.
	private static void assertNoBannerForThisInstance() {
		try (Tab tab = browser.open(shop.url() + "/actuator/autometrics#/functions?source=live")) {
			Tab.expect(tab.row("hasty", MODULE).locator("td").nth(7)).hasText("100");
			Tab.expect(badge(tab)).hasText("this instance");
			Tab.expect(banner(tab)).isHidden();
		}
	}

	@Test
	void saysWhenPrometheusRefusesAQuery() throws IOException {
		try (PrometheusServer strict = PrometheusServer.scraping(URI.create(shop.url()).getPort(), "--query.max-samples=1");
				RunningShop other = RunningShop
					.start(PromisingBean.properties(Map.of("autometrics.prometheus.query-url", strict.url())));
				Tab tab = browser.open(other.url() + "/actuator/autometrics")) {
			Tab.expect(banner(tab)).containsText("Prometheus at " + strict.url() + " refuses a query (");
			Tab.expect(badge(tab)).hasText("this instance");
			tab.check();
		}
	}

	@Test
	void saysWhenPrometheusIsAwayAndBack() throws IOException {
		try (Tab tab = open("#/functions?range=6h")) {
			Tab.expect(tab.row("hasty", MODULE).locator("td").nth(7)).hasText("100");
			Tab.expect(tab.page().locator("#range")).hasValue("6h");
			prometheus.stop();
			try {
				tab.page().getByLabel("Refresh now").click();
				Tab.expect(banner(tab))
					.containsText("Prometheus at " + prometheus.url() + " does not answer (Connection refused)");
				Tab.expect(badge(tab)).hasText("this instance");
				Tab.expect(tab.page().locator("#range")).hasValue("15m");
				Tab.expect(tab.row("hasty", MODULE).locator("td").nth(7)).hasText("100");
				Tab.expect(tab.row("lost", MODULE).locator("td").last()).containsText("breached");
				tab.keep("prometheus-away");
				tab.check();
				assertNoBannerForThisInstance();
				tab.page().waitForRequest((request) -> request.url().endsWith("/live?range=6h"),
						() -> tab.page().getByLabel("Refresh now").click());
			}
			finally {
				prometheus.startAgain();
			}
			// It is asked again after a pause that grows.
			Tab.expect(badge(tab)).hasText("Prometheus", new HasTextOptions().setTimeout(LONGEST_PAUSE_IN_MILLIS));
			Tab.expect(banner(tab)).isHidden();
			Tab.expect(tab.page().locator("#range")).hasValue("6h");
			tab.check();
		}
	}

}
