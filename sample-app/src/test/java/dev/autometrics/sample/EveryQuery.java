package dev.autometrics.sample;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends all that a shop prints to a Prometheus: every query as a table and as a graph
 * would, every link as a browser would.
 */
final class EveryQuery {

	private static final double MINUTE = 60;

	private static final int MOST_REDIRECTS = 3;

	private final PrometheusServer prometheus;

	private final double now = System.currentTimeMillis() / 1000.0;

	// The page for queries. A link has to lead to it and to get as far as a visitor gets:
	// Prometheus 3 has moved it, Debian's 2 appends a slash, Debian's 3 has no pages.
	private final HttpResponse<String> home;

	EveryQuery(PrometheusServer prometheus) {
		this.prometheus = prometheus;
		this.home = open(prometheus.url() + "/");
	}

	void assertAnswered(RunningShop shop) {
		assertThat(shop.functions()).isNotEmpty()
			.allSatisfy((listed) -> assertAnswered(listed, shop.function(listed.id())));
	}

	private void assertAnswered(PrintedFunction listed, PrintedFunction detailed) {
		assertThat(detailed.queries()).containsAllEntriesOf(listed.queries()).hasSizeBetween(11, 12);
		assertThat(detailed.links()).containsAllEntriesOf(listed.links());
		assertThat(detailed.links().keySet()).isEqualTo(detailed.queries().keySet());
		assertThat(listed.links().keySet()).isEqualTo(listed.queries().keySet());
		detailed.queries().values().forEach(this::assertAnswered);
		detailed.links().forEach((name, link) -> assertOpens(link, detailed.query(name)));
	}

	private void assertAnswered(String promql) {
		this.prometheus.api().query(promql);
		this.prometheus.api().queryRange(promql, this.now - MINUTE, this.now);
	}

	private void assertOpens(String link, String promql) {
		assertThat(link).startsWith(this.prometheus.url() + "/graph?").doesNotContain("+");
		assertThat(expression(URI.create(link))).isEqualTo(promql);
		HttpResponse<String> page = open(link);
		assertThat(expression(page.uri())).isEqualTo(promql);
		assertThat(page.uri().getPath()).isEqualTo(this.home.uri().getPath());
		assertThat(page.statusCode()).isEqualTo(this.home.statusCode());
	}

	private static HttpResponse<String> open(String link) {
		HttpResponse<String> page = Http.get(link);
		for (int redirects = 0; page.statusCode() / 100 == 3 && redirects < MOST_REDIRECTS; redirects++) {
			String location = page.headers().firstValue("Location").orElseThrow();
			page = Http.get(page.uri().resolve(location).toString());
		}
		return page;
	}

	// As decodeURIComponent does it, to which a plus is a plus.
	private static String expression(URI link) {
		String encoded = Stream.of(link.getRawQuery().split("&"))
			.filter((parameter) -> parameter.startsWith("g0.expr="))
			.map((parameter) -> parameter.substring("g0.expr=".length()))
			.findFirst()
			.orElseThrow();
		return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
	}

}
