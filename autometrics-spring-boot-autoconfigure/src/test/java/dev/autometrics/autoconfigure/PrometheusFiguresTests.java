package dev.autometrics.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import dev.autometrics.Autometrics;
import dev.autometrics.prometheus.FakePrometheus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What the endpoint tells over HTTP where a Prometheus is configured that answers, does
 * not, or answers again.
 */
class PrometheusFiguresTests {

	private static final String PLACE = Orders.class.getName() + ".place";

	private static final String FUNCTION = "{\"function\":\"place\",\"module\":\"" + Orders.class.getName() + "\"}";

	private final FakePrometheus prometheus = new FakePrometheus().answers(PrometheusFiguresTests::answer);

	private ConfigurableApplicationContext context;

	private static void answer(HttpExchange exchange, String query) throws IOException {
		String value = query.startsWith("count(") ? FakePrometheus.series("{}", "3") : query.contains("label_replace")
				? "" : FakePrometheus.series(FUNCTION, query.contains(" / ") ? "0.25" : "7");
		FakePrometheus.answer(exchange, 200, FakePrometheus.vector(value));
	}

	@AfterEach
	void stop() {
		this.prometheus.close();
		this.context.close();
	}

	@Test
	void nothingIsAskedBeforeARequest() {
		start(Map.of());
		this.context.getBean(Orders.class).place("apple");

		assertThat(this.prometheus.requests()).isEmpty();
	}

	@Test
	void tellsFiguresOfAllInstances() {
		start(Map.of("autometrics.labels.selector", "namespace=\"prod\""));

		JsonNode live = ExplorerJson.valid("live", get("/live?range=7d"));

		assertThat(live.at("/source/mode").textValue()).isEqualTo("PROMETHEUS");
		assertThat(live.at("/source/prometheus/status").textValue()).isEqualTo("OK");
		assertThat(live.at("/source/prometheus/url").textValue()).isEqualTo(this.prometheus.url());
		assertThat(live.at("/range").textValue()).isEqualTo("7d");
		assertThat(live.at("/rows/0/0").textValue()).isEqualTo(PLACE);
		assertThat(live.at("/rows/0/7").intValue()).isEqualTo(7);
		assertThat(this.prometheus.requests()).hasSize(8)
			.allSatisfy((request) -> assertThat(request.form().get("query")).contains("{", "service_name=\"shop\"",
					"namespace=\"prod\""));
	}

	@Test
	void thisInstanceIsToldWhereItIsAskedFor() {
		start(Map.of());

		JsonNode live = ExplorerJson.valid("live", get("/live?source=live"));

		assertThat(live.at("/source/mode").textValue()).isEqualTo("LIVE");
		assertThat(live.at("/source/prometheus/status").textValue()).isEqualTo("UNKNOWN");
		assertThat(this.prometheus.requests()).isEmpty();
	}

	@Test
	void saysThatPrometheusHasNoSeries() {
		this.prometheus.answers(200, FakePrometheus.vector());
		start(Map.of());

		JsonNode source = ExplorerJson.valid("graph", get("/graph")).at("/source");

		assertThat(source.at("/mode").textValue()).isEqualTo("LIVE");
		assertThat(source.at("/prometheus/status").textValue()).isEqualTo("NO_SERIES");
		assertThat(source.at("/prometheus/error").textValue())
			.isEqualTo("It has no function_calls_total{service_name=\"shop\"}");
	}

	@Test
	void secretsAreNowhere() {
		this.prometheus.answers(401, "s3cret");
		start(Map.of("autometrics.prometheus.query-url", this.prometheus.url().replace("//", "//jane:s3cret@"),
				"autometrics.prometheus.headers.X-Scope-OrgID", "s3cret-tenant"));

		String application = get("");

		assertThat(this.prometheus.requests().get(0).headers()).containsKeys("Authorization", "X-scope-orgid");
		assertThat(application).contains("UNAUTHORIZED", "AM-106", this.prometheus.url()).doesNotContain("s3cret");
	}

	@Test
	void olderMetricsAreNotAskedFor() {
		start(Map.of("autometrics.metrics-format", "0.5"));

		assertThat(get("/live")).contains("\"NOT_CONFIGURED\"");
		assertThat(this.prometheus.requests()).isEmpty();
	}

	@Test
	void thisInstanceAnswersWhilePrometheusIsAway() {
		this.prometheus.hangs();
		start(Map.of("autometrics.prometheus.timeout", "300ms"));
		this.context.getBean(Orders.class).place("apple");

		JsonNode live = ExplorerJson.valid("live", get("/live"));
		assertThat(live.at("/source/mode").textValue()).isEqualTo("LIVE");
		assertThat(live.at("/source/prometheus/status").textValue()).isEqualTo("UNREACHABLE");
		assertThat(live.at("/source/prometheus/error").textValue()).isEqualTo("It does not answer within 0.3 s");
		assertThat(live.at("/source/prometheus/retryAt").textValue()).isNotNull();
		assertThat(live.at("/rows/0/7").intValue()).isOne();
		assertThat(get("")).contains("\"AM-106\"");
		assertThat(ExplorerJson.valid("objectives", get("/objectives")).at("/objectives/0/successRate/since").isNull())
			.isFalse();
		assertThat(this.prometheus.requests()).hasSize(1);

		this.prometheus.answers(PrometheusFiguresTests::answer);
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(get("/live")).contains("\"mode\":\"PROMETHEUS\""));
		assertThat(get("/problems")).doesNotContain("AM-106");
	}

	private void start(Map<String, Object> more) {
		Map<String, Object> properties = new LinkedHashMap<>(Map.of("server.port", "0", "server.address", "127.0.0.1",
				"management.endpoints.web.exposure.include", "autometrics", "autometrics.repository.detect", "false",
				"spring.application.name", "shop", "autometrics.prometheus.query-url", this.prometheus.url(),
				"autometrics.objectives.api.success-rate", "99"));
		properties.putAll(more);
		SpringApplication application = new SpringApplication(TestApplication.class);
		application.setDefaultProperties(properties);
		this.context = application.run();
	}

	private String get(String path) {
		URI address = URI
			.create("http://127.0.0.1:" + this.context.getEnvironment().getRequiredProperty("local.server.port")
					+ "/actuator/autometrics" + path);
		try {
			return HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
				.body();
		}
		catch (Exception ex) {
			throw new IllegalStateException(path, ex);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Orders.class)
	static class TestApplication {

	}

	@Autometrics(objective = "api")
	static class Orders {

		List<String> place(String article) {
			return List.of(article);
		}

	}

}
