package dev.autometrics.sample;

import java.util.Map;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Looks at objectives in every state, as this instance alone knows them.
 */
@RequiresBrowser
class ExplorerObjectiveTests {

	private static final String MODULE = PromisingBean.class.getName();

	@AutoClose
	private static RunningShop shop;

	@AutoClose
	private static Chromium browser;

	@BeforeAll
	static void call() {
		shop = RunningShop.start(PromisingBean.properties(Map.of()), PromisingBean.class);
		browser = new Chromium();
		PromisingBean.call(shop.bean(PromisingBean.class));
	}

	private static Tab open(String view, NewContextOptions options) {
		return browser.open(shop.url() + "/actuator/autometrics" + view, options);
	}

	private static Tab open(String view) {
		return open(view, new NewContextOptions());
	}

	@ParameterizedTest
	@CsvSource({ "calm,ok,100 %", "hasty,at risk,10 %", "lost,breached,-150 %", "rare,too few calls,–" })
	void stateIsAWordInEveryView(String name, String state, String budget) {
		try (Tab tab = open("#/functions")) {
			Tab.expect(tab.row(name, MODULE).locator("td").last()).containsText(state);

			tab.page().navigate(shop.url() + "/actuator/autometrics#/objectives");
			Tab.expect(objective(tab, name).last()).containsText(state);
			Tab.expect(objective(tab, name).nth(5)).hasText(budget);

			tab.page().navigate(shop.url() + "/actuator/autometrics#/fn/" + MODULE + "." + name);
			Tab.expect(tab.page()
				.locator(".tile")
				.filter(new Locator.FilterOptions().setHasText(name + ": success rate"))
				.locator(".value")).containsText(state);
		}
	}

	private static Locator objective(Tab tab, String name) {
		return tab.page()
			.locator("tbody tr")
			.filter(new Locator.FilterOptions()
				.setHas(tab.page().locator("a bdi").getByText(name, new Locator.GetByTextOptions().setExact(true))))
			.locator("td");
	}

	@Test
	void worstBudgetIsFirst() {
		try (Tab tab = open("#/objectives")) {
			Tab.expect(tab.page().locator("tbody tr").first()).containsText("lost");
			Tab.expect(tab.page().locator(".summary.lead")).containsText("Since the start at");
			Tab.expect(tab.page().locator("nav")).containsText("Objectives (2 !)");
		}
	}

	@ParameterizedTest
	@EnumSource(value = ColorScheme.class, names = { "LIGHT", "DARK" })
	void everyStateIsReadable(ColorScheme colors) {
		for (String view : new String[] { "#/functions", "#/objectives", "#/objectives/lost",
				"#/fn/" + MODULE + ".lost", "#/fn/" + MODULE + ".rare" }) {
			try (Tab tab = open(view, new NewContextOptions().setColorScheme(colors))) {
				tab.heading();
				tab.check();
			}
		}
	}

}
