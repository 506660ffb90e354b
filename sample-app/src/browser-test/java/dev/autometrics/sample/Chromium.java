package dev.autometrics.sample;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/**
 * A real Chromium without a window.
 */
final class Chromium implements AutoCloseable {

	private static final double PATIENCE_IN_MILLIS = 30_000;

	private final Playwright playwright = Playwright
		.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

	private final Browser browser = this.playwright.chromium()
		.launch(new LaunchOptions().setExecutablePath(BrowserCondition.browser()).setArgs(List.of("--no-sandbox")));

	Chromium() {
		PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_IN_MILLIS);
	}

	/**
	 * Open an address in a window of its own, with nothing remembered.
	 * @param url the address
	 * @param options the size and the taste of the reader
	 * @return the open page
	 */
	Tab open(String url, NewContextOptions options) {
		return new Tab(this.browser.newContext(options.setLocale("en-US").setTimezoneId("UTC")), url);
	}

	Tab open(String url) {
		return open(url, new NewContextOptions());
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
	}

}
