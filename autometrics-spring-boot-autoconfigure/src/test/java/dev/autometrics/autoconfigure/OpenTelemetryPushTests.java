package dev.autometrics.autoconfigure;

import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import dev.autometrics.Autometrics;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests what an SDK pushes that ends with the application.
 */
class OpenTelemetryPushTests {

	private final Names names = new Names();

	@Test
	void everythingIsThereInTheLastPush() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(AutometricsAutoConfiguration.class))
			.withPropertyValues("autometrics.tracker=opentelemetry", "autometrics.track-concurrency=true")
			.withBean(OpenTelemetry.class, this::sdk)
			.withBean(Greeter.class)
			.run((context) -> {
				context.getBean(Greeter.class).greet();
				assertThat(this.names.pushed).isEmpty();
			});

		assertThat(this.names.pushed).containsExactlyInAnyOrder("function.calls", "function.calls.duration",
				"function.calls.concurrent", "build_info");
	}

	private OpenTelemetrySdk sdk() {
		return OpenTelemetrySdk.builder()
			.setMeterProvider(
					SdkMeterProvider.builder().registerMetricReader(PeriodicMetricReader.create(this.names)).build())
			.build();
	}

	/**
	 * A bean that is measured.
	 */
	public static class Greeter {

		@Autometrics
		public String greet() {
			return "Hello";
		}

	}

	/**
	 * Keeps the names of the metrics that are pushed.
	 */
	private static final class Names implements MetricExporter {

		private final Queue<String> pushed = new ConcurrentLinkedQueue<>();

		@Override
		public CompletableResultCode export(Collection<MetricData> metrics) {
			metrics.stream().map(MetricData::getName).forEach(this.pushed::add);
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public AggregationTemporality getAggregationTemporality(InstrumentType type) {
			return AggregationTemporality.CUMULATIVE;
		}

		@Override
		public CompletableResultCode flush() {
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode shutdown() {
			return CompletableResultCode.ofSuccess();
		}

	}

}
