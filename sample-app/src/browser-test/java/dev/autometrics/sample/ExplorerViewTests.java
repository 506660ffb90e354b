package dev.autometrics.sample;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import dev.autometrics.sample.order.OrderController;
import dev.autometrics.sample.payment.PaymentDeclinedException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Looks at every view of the Explorer after twenty orders, two of which failed.
 */
@RequiresBrowser
class ExplorerViewTests {

	private static final String ORDER = "dev.autometrics.sample.order.OrderController.order";

	private static final int ORDERS = 20;

	private static final int CONFIRMED = 18;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@AutoClose
	private static RunningShop shop;

	@AutoClose
	private static Chromium browser;

	@BeforeAll
	static void buy() {
		shop = RunningShop.start(Map.of("shop.shopper.enabled", false, "autometrics.explorer.history", "12m",
				"autometrics.explorer.sample-interval", "1s"));
		browser = new Chromium();
		OrderController orders = shop.bean(OrderController.class);
		for (int order = 0; order < ORDERS; order++) {
			try {
				orders.order("apple", 1);
			}
			catch (PaymentDeclinedException ex) {
				// Every tenth payment is declined.
			}
		}
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(confirmations()).isEqualTo(CONFIRMED));
	}

	private static double confirmations() {
		return shop.scrape("function_calls_total")
			.stream()
			.filter((sample) -> sample.label("function").equals("confirm"))
			.mapToDouble(Sample::value)
			.sum();
	}

	static List<String> views() {
		return List.of("#/functions", "#/functions?group=1&called=1", "#/fn/" + ORDER, "#/objectives",
				"#/objectives/shop-api", "#/graph", "#/graph?hops=1&show=errors&focus=" + ORDER, "#/problems",
				"#/build", "#/fn/no.such.Function", "#/nothing");
	}

	static Stream<Arguments> viewsAndTastes() {
		return views().stream()
			.flatMap((view) -> Stream.of(
					Arguments.of(view, "light", new NewContextOptions().setColorScheme(ColorScheme.LIGHT)),
					Arguments.of(view, "dark", new NewContextOptions().setColorScheme(ColorScheme.DARK)),
					Arguments.of(view, "narrow", new NewContextOptions().setViewportSize(320, 640))));
	}

	private static Tab open(String view, NewContextOptions options) {
		return browser.open(shop.url() + "/actuator/autometrics" + view, options);
	}

	private static Tab open(String view) {
		return open(view, new NewContextOptions());
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("viewsAndTastes")
	void everyViewIsUsable(String view, String taste, NewContextOptions options) {
		try (Tab tab = open(view, options)) {
			assertThat(tab.heading()).isNotEmpty();
			tab.keep(view.replaceAll("[^A-Za-z]+", "-").replaceAll("^-", "") + "-" + taste);

			if (!view.contains("no.such")) {
				tab.check();
			}
		}
	}

	@ParameterizedTest
	@EnumSource(ForcedColors.class)
	void chartsAreDrawnInTheColorsOfTheReader(ForcedColors colors) {
		try (Tab tab = open("#/fn/" + ORDER,
				new NewContextOptions().setForcedColors(colors).setReducedMotion(ReducedMotion.REDUCE))) {
			tab.heading();

			Tab.expect(tab.page().locator(".plot canvas")).hasCount(4);
			tab.check();
		}
	}

	@Test
	void chartsHaveNamesBeforeTheirValuesArrive() {
		try (Tab tab = open("#/functions")) {
			tab.heading();
			tab.page().route(Pattern.compile("/series"), (request) -> {
			});
			tab.row("order", "OrderController").locator("a").first().click();

			Tab.expect(tab.page().locator(".plot")).hasCount(4);
			tab.check();
		}
	}

	@Test
	void figuresAreThoseOfTheCalls() {
		try (Tab tab = open("#/functions")) {
			Locator order = tab.row("order", "OrderController").locator("td");
			Tab.expect(order.nth(7)).hasText("20");
			Tab.expect(tab.row("confirm", "NotificationService").locator("td").nth(7)).hasText("18");
			Tab.expect(tab.row("annualReport", "ReportService")).containsText("not called yet");
			Tab.expect(tab.page().locator(".summary")).hasText("12 of 12 functions");
		}
	}

	@Test
	void functionShowsFiguresCallersAndQueries() {
		try (Tab tab = open("#/fn/dev.autometrics.sample.payment.PaymentClient.charge")) {
			assertThat(tab.heading()).isEqualTo("charge");
			Tab.expect(tab.page().locator(".tile").filter(new Locator.FilterOptions().setHasText("Total")))
				.containsText("20");
			Tab.expect(tab.page().locator("section").filter(new Locator.FilterOptions().setHasText("Called by")))
				.containsText("OrderService");
			tab.page().getByText("PromQL and links").click();
			Tab.expect(tab.page().locator(".query code").first())
				.containsText("function_calls_total{function=\"charge\"");
			Tab.expect(tab.page().locator(".query").first().getByText("Prometheus"))
				.hasAttribute("href", Pattern.compile("^http://localhost:9090/graph\\?.*"));
		}
	}

	@Test
	void graphShowsWhoCallsWhom() {
		try (Tab tab = open("#/graph")) {
			tab.heading();

			Tab.expect(tab.page().locator("svg.graph .node")).hasCount(6);
			Locator edge = tab.page()
				.locator("tbody tr")
				.filter(new Locator.FilterOptions().setHasText("PaymentClient"));
			Tab.expect(edge).containsText("OrderService");
			Tab.expect(edge).containsText("10 %");
		}
	}

	@Test
	void partOfAChartBecomesTheAddress() {
		try (Tab tab = open("#/fn/" + ORDER)) {
			Locator plot = tab.page().locator(".u-over").first();
			plot.waitFor();
			var box = plot.boundingBox();
			tab.page().mouse().move(box.x + box.width * 0.2, box.y + 40);
			tab.page().mouse().down();
			tab.page().mouse().move(box.x + box.width * 0.7, box.y + 40);
			tab.page().mouse().up();

			tab.page().waitForURL("**from=*to=*");
			tab.page().reload();
			Tab.expect(tab.page().getByText("Whole range")).isVisible();
			tab.page().getByText("Whole range").click();
			assertThat(tab.page().url()).doesNotContain("from=");
		}
	}

	@ParameterizedTest
	@MethodSource("views")
	void deepLinksSurviveAReload(String view) {
		try (Tab tab = open(view)) {
			String heading = tab.heading();
			tab.page().reload();

			assertThat(tab.heading()).isEqualTo(heading);
			assertThat(tab.page().url()).endsWith(view);
		}
	}

	@Test
	void addressOfTheJsonOfAFunctionIsThePageOfIt() {
		try (Tab tab = open("/" + ORDER)) {
			assertThat(tab.heading()).isEqualTo("order");
			assertThat(tab.page().url()).isEqualTo(shop.url() + "/actuator/autometrics#/fn/" + ORDER);
			tab.check();
		}
	}

	@Test
	void canBeUsedWithoutAMouse() {
		try (Tab tab = open("")) {
			tab.heading();
			tab.page().keyboard().press("/");
			tab.page().keyboard().type("charge");
			Tab.expect(tab.page().locator("table.functions tbody tr")).hasCount(1);
			while (!"charge".equals(tab.evaluate("document.activeElement.textContent"))) {
				tab.page().keyboard().press("Tab");
			}
			tab.page().keyboard().press("Enter");
			Tab.expect(tab.page().locator("h1")).hasText("charge");
			Tab.expect(tab.page().locator("h1")).isFocused();

			tab.page().goBack();
			Tab.expect(tab.page().locator("#filter")).hasValue("charge");
			tab.page().keyboard().press("g");
			tab.page().keyboard().press("g");
			Tab.expect(tab.page().locator("h1")).hasText("Call graph");
			tab.page().keyboard().press("?");
			Tab.expect(tab.page().locator("dialog")).isVisible();
			tab.page().keyboard().press("Escape");
			Tab.expect(tab.page().locator("dialog")).isHidden();
		}
	}

	@Test
	void refreshKeepsTheFocus() {
		try (Tab tab = open("#/functions?sort=name")) {
			tab.row("charge", "PaymentClient").locator("a").focus();
			String before = tab.page().locator(".source-line").textContent();

			Tab.expect(tab.page().locator(".source-line")).not().hasText(before);
			assertThat(tab.evaluate("document.activeElement.textContent")).isEqualTo("charge");
		}
	}

	@Test
	void saysHowToGetTheFiguresWithoutScripts() {
		try (Tab tab = open("", new NewContextOptions().setJavaScriptEnabled(false))) {
			Tab.expect(tab.page().locator(".noscript")).containsText("Accept: application/json");
		}
	}

}
