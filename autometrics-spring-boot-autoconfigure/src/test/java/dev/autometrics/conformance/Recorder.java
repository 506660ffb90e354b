package dev.autometrics.conformance;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.exporter.prometheus.PrometheusHttpServer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;

import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;

/**
 * What an application records with, and who is scraped for that.
 */
@FunctionalInterface
interface Recorder {

	/**
	 * Micrometer, scraped at the actuator's endpoint.
	 */
	Recorder MICROMETER = (application) -> new Recording(Stream.empty(), null, 0);

	/**
	 * OpenTelemetry's SDK, scraped at the server of its exporter for Prometheus.
	 */
	Recorder OPENTELEMETRY = (application) -> {
		PrometheusHttpServer server = PrometheusHttpServer.builder().setHost("127.0.0.1").setPort(0).build();
		return record(application,
				OpenTelemetrySdk.builder()
					.setMeterProvider(SdkMeterProvider.builder().registerMetricReader(server).build())
					.build(),
				portOf(server));
	};

	// It tells nobody but those who print it.
	private static int portOf(PrometheusHttpServer server) {
		Matcher port = Pattern.compile(":(\\d+)}").matcher(server.toString());
		if (!port.find()) {
			throw new IllegalStateException(server.toString());
		}
		return Integer.parseInt(port.group(1));
	}

	/**
	 * Let an application record with this.
	 * @param application the application
	 * @return what is recorded
	 */
	Recording record(SpringApplication application);

	/**
	 * Let an application record with an SDK.
	 * @param application the application
	 * @param sdk the SDK, which ends with the application
	 * @param port where the exporter of the SDK is, 0 for nowhere
	 * @return what is recorded
	 */
	static Recording record(SpringApplication application, OpenTelemetrySdk sdk, int port) {
		application.addInitializers((context) -> ((GenericApplicationContext) context).registerBean("openTelemetry",
				OpenTelemetry.class, () -> sdk));
		return new Recording(Stream.of("autometrics.tracker=opentelemetry"), sdk, port);
	}

	/**
	 * What an application records.
	 *
	 * @param properties the properties that it needs
	 * @param sdk its SDK, {@code null} for none
	 * @param port the port of the SDK's exporter
	 */
	record Recording(Stream<String> properties, OpenTelemetrySdk sdk, int port) implements AutoCloseable {

		Scrape scrape(int actuator, Form form) {
			if (this.sdk == null) {
				return Scrape.of(actuator, "/actuator/prometheus", form);
			}
			Scrape scrape = Scrape.of(this.port, "/metrics", form);
			return new Scrape(scrape.contentType(), relabel(scrape.text()));
		}

		// As docs/opentelemetry.md has it in metric_relabel_configs.
		private static String relabel(String text) {
			return text.replaceAll("(?m)^build\\{(.*otel_scope_name=\"dev\\.autometrics\")", "build_info{$1")
				.replaceAll("otel_scope_name=\"dev\\.autometrics\",|,otel_scope_name=\"dev\\.autometrics\"(?=})", "");
		}

		@Override
		public void close() {
			if (this.sdk != null) {
				this.sdk.close();
			}
		}

	}

}
