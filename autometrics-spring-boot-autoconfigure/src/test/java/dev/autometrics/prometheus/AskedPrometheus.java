package dev.autometrics.prometheus;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;

import org.springframework.boot.json.JsonParserFactory;

/**
 * A client and the Prometheus that it asks.
 */
class AskedPrometheus {

	static final PrometheusQuery CHECK = PrometheusQuery.check("count(up)");

	static final PrometheusQuery QUERY = PrometheusQuery.now("up");

	static final Duration LONG = Duration.ofSeconds(30);

	static final Duration SHORT = Duration.ofMillis(300);

	final FakePrometheus prometheus = new FakePrometheus();

	volatile Instant now = Instant.parse("2026-11-22T12:00:00Z");

	PrometheusClient client = client(LONG);

	@AfterEach
	void close() {
		this.client.close();
		this.prometheus.close();
	}

	List<String> queries() {
		return this.prometheus.requests().stream().map((request) -> request.form().get("query")).toList();
	}

	List<PrometheusSeries> ask(PrometheusQuery query) {
		return this.client.begin(CHECK).ask(List.of(query)).get(0).series();
	}

	PrometheusClient client(Duration timeout) {
		return new PrometheusClient(new PrometheusTarget(URI.create(this.prometheus.url()), timeout, Map.of(), null),
				AskedPrometheus::parse, () -> this.now);
	}

	static Map<String, Object> parse(String json) {
		return JsonParserFactory.getJsonParser().parseMap(json);
	}

}
