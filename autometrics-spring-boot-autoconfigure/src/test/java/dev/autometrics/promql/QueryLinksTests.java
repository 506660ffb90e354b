package dev.autometrics.promql;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link QueryLinks}.
 */
class QueryLinksTests {

	@ParameterizedTest
	@CsvSource({ "http://localhost:9090, http://localhost:9090/graph",
			"http://localhost:9090/, http://localhost:9090/graph",
			"https://example.com/prometheus//, https://example.com/prometheus/graph" })
	void keepsThePathOfTheBaseUrlAndOneSlash(String baseUrl, String graph) {
		assertThat(QueryLinks.toPrometheus(baseUrl).linkTo("up")).isEqualTo(graph + "?g0.expr=up&g0.tab=0");
	}

	@Test
	void escapesWhatABrowserOrPrometheusWouldChange() {
		String link = QueryLinks.toPrometheus("http://localhost:9090").linkTo("a{b=\"x//y+z é&#\"} > 0");

		assertThat(link)
			.isEqualTo("http://localhost:9090/graph?g0.expr=a%7Bb%3D%22x%2F%2Fy%2Bz%20%C3%A9%26%23%22%7D%20%3E%200"
					+ "&g0.tab=0");
		assertThat(URI.create(link).getHost()).isEqualTo("localhost");
	}

	@Test
	void opensGrafanaExploreWithTheQueryAsJson() {
		String link = QueryLinks.toGrafanaExplore("https://grafana.example.com/g/", "ds\"1")
			.linkTo("up{a=\"\\\\\"}\nor\t\u0001");

		assertThat(link).startsWith("https://grafana.example.com/g/explore?schemaVersion=1&panes=")
			.endsWith("&orgId=1");
		String panes = link.substring(link.indexOf("panes=") + 6, link.indexOf("&orgId"));
		assertThat(URLDecoder.decode(panes, StandardCharsets.UTF_8)).isEqualTo("""
				{"a":{"datasource":"ds\\"1","queries":[{"refId":"A","datasource":{"type":"prometheus","uid":"ds\\"1"},\
				"expr":"up{a=\\"\\\\\\\\\\"}\\nor\\t\\u0001","range":true,"instant":false}],\
				"range":{"from":"now-1h","to":"now"}}}""");
	}

}
