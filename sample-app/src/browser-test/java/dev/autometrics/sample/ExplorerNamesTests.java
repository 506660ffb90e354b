package dev.autometrics.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.microsoft.playwright.Locator;
import dev.autometrics.AutometricsTemplate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks at functions with names that would like to be more than names, and at five
 * hundred functions.
 */
@RequiresBrowser
class ExplorerNamesTests {

	private static final String BIDI = "a\u202egnp.exe";

	private static final List<String> NAMES = List.of("<img src=x onerror=\"window.pwned=1\">",
			"\"><script>window.pwned=1</script>", "__proto__", "constructor", "it's \"quoted\" & more", "{{7*7}} ${x}",
			"x".repeat(5000), "\ud83c\udf89", "two\nlines", BIDI);

	private static final int MANY = 500;

	@AutoClose
	private static RunningShop shop;

	@AutoClose
	private static Chromium browser;

	@BeforeAll
	static void start() {
		shop = RunningShop.start(Map.of("shop.shopper.enabled", false, "autometrics.limits.functions", 1000));
		browser = new Chromium();
		AutometricsTemplate autometrics = shop.bean(AutometricsTemplate.class);
		NAMES.forEach((name) -> autometrics.function(Names.class, name).run(() -> {
		}));
		IntStream.range(0, MANY).forEach((number) -> {
			for (int call = 0; call <= number % 7; call++) {
				autometrics.function(Many.class, "operation" + number).run(() -> {
				});
			}
		});
	}

	@Test
	void namesAreTextAndNothingElse() {
		try (Tab tab = browser.open(shop.url() + "/actuator/autometrics#/functions?q=%24Names&sort=name")) {
			tab.heading();
			Tab.expect(tab.page().locator("table.functions tbody tr")).hasCount(NAMES.size());
			assertThat(tab.page().locator("table.functions tbody a").allTextContents())
				.containsExactlyInAnyOrderElementsOf(NAMES.stream().map(ExplorerNamesTests::shown).toList());
			tab.check();
			tab.keep("names");

			for (String address : addresses(tab)) {
				tab.page().navigate(address);
				tab.heading();
				Tab.expect(tab.page().locator(".plot")).hasCount(4);
			}
			tab.page().navigate(shop.url() + "/actuator/autometrics#/graph?hops=all");
			tab.heading();
			assertThat(tab.evaluate("window.pwned === undefined && ({}).polluted === undefined")).isEqualTo(true);
		}
	}

	private static String shown(String name) {
		return name.replace("\n", "⟨U+000A⟩").replace("\u202e", "⟨U+202E⟩");
	}

	private static List<String> addresses(Tab tab) {
		List<String> addresses = new ArrayList<>();
		for (Locator anchor : tab.page().locator("table.functions tbody a").all()) {
			addresses.add(shop.url() + "/actuator/autometrics" + anchor.getAttribute("href"));
		}
		return addresses;
	}

	@Test
	void manyFunctionsAreAHundredRows() {
		try (Tab tab = browser.open(shop.url() + "/actuator/autometrics#/functions?q=%24Many&sort=name")) {
			tab.heading();
			Tab.expect(tab.page().locator("table.functions tbody tr")).hasCount(100);
			Tab.expect(tab.page().locator(".summary")).hasText("500 of 522 functions");
			for (String column : List.of("Calls/s", "Errors", "p50", "p95", "p99", "In flight", "Total", "Objective")) {
				tab.page().locator("thead button").getByText(column).click();
				Tab.expect(tab.page().locator("thead th[aria-sort]")).hasCount(1);
			}
			assertThat((Integer) tab.evaluate("document.querySelectorAll('*').length")).isLessThan(3000);
			System.out.println("Scripting per order of 500 functions, in ms: " + tab.evaluate(
					"performance.getEntriesByName('functions').map((entry) => entry.duration.toFixed(1)).join(' ')"));

			tab.page().locator(".more button").click();
			Tab.expect(tab.page().locator("table.functions tbody tr")).hasCount(200);
		}
	}

	/**
	 * A module of functions with odd names.
	 */
	static final class Names {

	}

	/**
	 * A module of many functions.
	 */
	static final class Many {

	}

}
