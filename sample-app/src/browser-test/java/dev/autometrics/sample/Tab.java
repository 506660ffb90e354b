package dev.autometrics.sample;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page in a browser, and what went wrong in it.
 */
final class Tab implements AutoCloseable {

	private final BrowserContext context;

	private final Page page;

	private final List<String> complaints = new ArrayList<>();

	private final List<String> strangers = new ArrayList<>();

	Tab(BrowserContext context, String url) {
		this.context = context;
		this.page = context.newPage();
		String origin = origin(url);
		this.page.onConsoleMessage((message) -> {
			if (List.of("error", "warning").contains(message.type())) {
				this.complaints.add(message.text());
			}
		});
		this.page.onPageError(this.complaints::add);
		this.page.onRequest((request) -> {
			if (request.url().startsWith("http") && !origin(request.url()).equals(origin)) {
				this.strangers.add(request.url());
			}
		});
		this.page.navigate(url);
	}

	private static String origin(String url) {
		URI uri = URI.create(url.replaceFirst("[?#].*", ""));
		return uri.getScheme() + "://" + uri.getAuthority();
	}

	/**
	 * Begin a claim that is waited for.
	 * @param locator what it is about
	 * @return the claims to choose from
	 */
	static LocatorAssertions expect(Locator locator) {
		return PlaywrightAssertions.assertThat(locator);
	}

	Page page() {
		return this.page;
	}

	/**
	 * Return the heading, when there is a view.
	 * @return the text of the only {@code h1}
	 */
	String heading() {
		this.page.waitForCondition(() -> this.page.locator("main .view > *:not(.nothing)").count() > 0);
		return this.page.locator("h1").textContent();
	}

	/**
	 * Return the row of a function.
	 * @param function the name
	 * @param module the end of the name of its class
	 * @return the row
	 */
	Locator row(String function, String module) {
		return this.page.locator("table.functions tbody tr")
			.filter(new Locator.FilterOptions()
				.setHas(this.page.locator("a bdi").getByText(function, new Locator.GetByTextOptions().setExact(true))))
			.filter(new Locator.FilterOptions().setHasText(module));
	}

	Object evaluate(String expression) {
		return this.page.evaluate(expression);
	}

	/**
	 * Check that nothing was complained about, asked of others, or is hard to use.
	 */
	void check() {
		assertThat(this.complaints).isEmpty();
		assertThat(this.strangers).isEmpty();
		assertThat(new AxeBuilder(this.page)
			.withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
			.analyze()
			.getViolations()).as(this.page.url()).isEmpty();
		assertThat(evaluate("document.documentElement.scrollWidth <= innerWidth")).as("fits the width").isEqualTo(true);
	}

	void keep(String name) {
		this.page.screenshot(
				new ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")).setFullPage(true));
	}

	@Override
	public void close() {
		this.context.close();
	}

}
