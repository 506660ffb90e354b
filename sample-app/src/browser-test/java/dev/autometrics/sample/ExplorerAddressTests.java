package dev.autometrics.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks at the Explorer at other addresses than the usual one.
 */
@RequiresBrowser
class ExplorerAddressTests {

	private static final String FUNCTION = "dev.autometrics.sample.order.OrderController.order";

	@AutoClose
	private static Chromium browser;

	@BeforeAll
	static void start() {
		browser = new Chromium();
	}

	@Test
	void worksBelowPathsAndBehindAProxyThatTakesAPrefixOff() throws IOException {
		try (RunningShop shop = RunningShop.start(Map.of("shop.shopper.enabled", false,
				"management.endpoints.web.base-path", "/manage", "management.endpoints.web.path-mapping.autometrics",
				"calls/here", "server.servlet.context-path", "/shop"))) {
			assertWorks(shop.url() + "/shop/manage/calls/here");
			HttpServer proxy = proxy("/outer", shop.url());
			try {
				assertWorks("http://127.0.0.1:" + proxy.getAddress().getPort() + "/outer/shop/manage/calls/here");
			}
			finally {
				proxy.stop(0);
			}
		}
	}

	@Test
	void worksOnAManagementPort() {
		try (RunningShop shop = RunningShop.start(Map.of("shop.shopper.enabled", false, "management.server.port", 0,
				"management.server.address", "127.0.0.1"))) {
			String port = shop.bean(Environment.class).getRequiredProperty("local.management.port");

			assertWorks("http://127.0.0.1:" + port + "/actuator/autometrics");
		}
	}

	@Test
	void isJsonWhenSwitchedOff() {
		try (RunningShop shop = RunningShop
			.start(Map.of("shop.shopper.enabled", false, "autometrics.explorer.enabled", false));
				Tab tab = browser.open(shop.url() + "/actuator/autometrics")) {
			assertThat((String) tab.evaluate("document.contentType")).isEqualTo("application/json");
		}
	}

	private static void assertWorks(String url) {
		try (Tab tab = browser.open(url)) {
			assertThat(tab.heading()).isEqualTo("Functions");
			tab.page().locator("table.functions tbody a").first().click();
			Tab.expect(tab.page().locator(".plot").first()).isVisible();
			tab.check();
		}
		try (Tab tab = browser.open(url + "/" + FUNCTION)) {
			assertThat(tab.heading()).isEqualTo("order");
			assertThat(tab.page().url()).isEqualTo(url + "#/fn/" + FUNCTION);
			tab.page().reload();
			assertThat(tab.heading()).isEqualTo("order");
			tab.check();
		}
	}

	private static HttpServer proxy(String prefix, String target) throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		HttpClient client = HttpClient.newHttpClient();
		server.createContext(prefix, (exchange) -> pass(exchange, client,
				target + exchange.getRequestURI().toString().substring(prefix.length())));
		server.start();
		return server;
	}

	private static void pass(HttpExchange exchange, HttpClient client, String url) throws IOException {
		try (exchange; OutputStream body = exchange.getResponseBody()) {
			HttpResponse<byte[]> answer = client.send(HttpRequest.newBuilder(URI.create(url))
				.header("Accept", exchange.getRequestHeaders().getFirst("Accept"))
				.build(), BodyHandlers.ofByteArray());
			exchange.getResponseHeaders().add("Content-Type", answer.headers().firstValue("Content-Type").orElse(""));
			exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
			body.write(answer.body());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
