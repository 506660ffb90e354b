package dev.autometrics.autoconfigure;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;

import dev.autometrics.prometheus.PrometheusClient;
import dev.autometrics.prometheus.PrometheusTarget;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.json.JsonParser;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.util.function.SingletonSupplier;

/**
 * The Prometheus that is asked, where there is one.
 *
 * @param client what asks, {@code null} for none
 */
record PrometheusConnection(@Nullable PrometheusClient client) implements AutoCloseable {

	static PrometheusConnection to(@Nullable PrometheusTarget target) {
		return new PrometheusConnection(
				(target != null) ? new PrometheusClient(target, json(), InstantSource.system()) : null);
	}

	private static Function<String, Map<String, Object>> json() {
		SingletonSupplier<JsonParser> parser = SingletonSupplier.of(JsonParserFactory::getJsonParser);
		return (text) -> parser.obtain().parseMap(text);
	}

	@Override
	public void close() {
		if (this.client != null) {
			this.client.close();
		}
	}

}
