package dev.autometrics.conformance;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import dev.autometrics.conformance.app.Outcomes;
import dev.autometrics.conformance.app.Slow;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The metrics as they leave over OTLP: real exporter, real protocol.
 */
class OtlpTests {

	private static final String CALLS = "function.calls";

	private static final String DURATION = "function.calls.duration";

	private static final Set<String> CALL_KEYS = Set.of("function", "module", "service.name", "result",
			"caller.function", "caller.module", "objective.name", "objective.percentile");

	private static Map<String, Metric> metrics;

	private static List<ScopeMetrics> received;

	@BeforeAll
	static void record() throws IOException {
		try (OtlpReceiver receiver = new OtlpReceiver()) {
			OpenTelemetrySdk sdk = sdk(receiver);
			RunningApplication.recordWith((application) -> Recorder.record(application, sdk, 0));
			try (RunningApplication application = RunningApplication.start("autometrics.track-concurrency=true")) {
				application.bean(Slow.class).take(Duration.ofMillis(200));
				application.bean(Outcomes.class).succeed();
				application.bean(Outcomes.class).succeed();
				assertThat(sdk.getSdkMeterProvider().forceFlush().join(30, TimeUnit.SECONDS).isSuccess()).isTrue();
				received = receiver.metrics();
			}
		}
		metrics = received.stream()
			.filter((scope) -> scope.getScope().getName().equals("dev.autometrics"))
			.flatMap((scope) -> scope.getMetricsList().stream())
			.collect(Collectors.toMap(Metric::getName, (metric) -> metric));
	}

	private static OpenTelemetrySdk sdk(OtlpReceiver receiver) {
		OtlpHttpMetricExporter exporter = OtlpHttpMetricExporter.builder().setEndpoint(receiver.address()).build();
		return OpenTelemetrySdk.builder()
			.setMeterProvider(SdkMeterProvider.builder()
				.registerMetricReader(PeriodicMetricReader.builder(exporter).setInterval(Duration.ofHours(1)).build())
				.build())
			.build();
	}

	@AfterAll
	static void forget() {
		RunningApplication.recordWith(Recorder.MICROMETER);
	}

	@Test
	@DisplayName("M11 names are exactly those of the specification, build_info with the underscore")
	void namesAreThoseOfTheSpecification() {
		assertThat(metrics).containsOnlyKeys(CALLS, DURATION, "function.calls.concurrent", "build_info");
	}

	@Test
	@DisplayName("M11 keys of attributes have dots")
	void keysHaveDots() {
		assertThat(calls()).isNotEmpty()
			.allSatisfy((point) -> assertThat(attributes(point.getAttributesList())).containsOnlyKeys(CALL_KEYS));
		assertThat(durations()).isNotEmpty()
			.allSatisfy((point) -> assertThat(attributes(point.getAttributesList())).containsOnlyKeys("function",
					"module", "service.name", "objective.name", "objective.percentile", "objective.latency_threshold"));
		assertThat(metrics.get("function.calls.concurrent").getGauge().getDataPointsList()).isNotEmpty()
			.allSatisfy((point) -> assertThat(attributes(point.getAttributesList())).containsOnlyKeys("function",
					"module", "service.name"));
		assertThat(metrics.get("build_info").getGauge().getDataPointsList()).singleElement().satisfies((point) -> {
			assertThat(point.getAsInt()).isOne();
			assertThat(attributes(point.getAttributesList()))
				.containsOnlyKeys("service.name", "autometrics.version", "version", "commit", "branch",
						"repository.url", "repository.provider")
				.containsEntry("autometrics.version", "1.0.0");
		});
	}

	@Test
	@DisplayName("M2 the counter is a monotonic sum of integers")
	void counterIsMonotonicAndIntegral() {
		assertThat(metrics.get(CALLS).getSum().getIsMonotonic()).isTrue();
		assertThat(metrics.get(CALLS).getSum().getAggregationTemporality())
			.isEqualTo(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE);
		assertThat(calls()).allMatch(NumberDataPoint::hasAsInt);
		assertThat(calls()).filteredOn((point) -> is(point.getAttributesList(), "succeed", Outcomes.class))
			.extracting((point) -> attributes(point.getAttributesList()).get("result") + " " + point.getAsInt())
			.containsExactlyInAnyOrder("ok 2", "error 0");
	}

	@Test
	@DisplayName("M5 durations are in seconds on OTLP too, unit s")
	void durationsAreInSeconds() {
		assertThat(metrics.get(DURATION).getUnit()).isEqualTo("s");
		assertThat(durations()).filteredOn((point) -> is(point.getAttributesList(), "take", Slow.class))
			.singleElement()
			.satisfies((point) -> assertThat(point.getSum()).isGreaterThanOrEqualTo(0.2).isLessThan(20));
	}

	@Test
	@DisplayName("S5 the bounds are the 14 of the specification on OTLP too")
	void boundsAreThoseOfTheSpecification() {
		assertThat(durations()).isNotEmpty()
			.allSatisfy((point) -> assertThat(point.getExplicitBoundsList()).containsExactly(0.005, 0.01, 0.025, 0.05,
					0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0));
	}

	@Test
	@DisplayName("S3 metrics leave over OTLP")
	void metricsLeaveOverOtlp() {
		assertThat(received).isNotEmpty();
		assertThat(calls()).isNotEmpty();
	}

	private static List<NumberDataPoint> calls() {
		return metrics.get(CALLS).getSum().getDataPointsList();
	}

	private static List<HistogramDataPoint> durations() {
		return metrics.get(DURATION).getHistogram().getDataPointsList();
	}

	private static boolean is(List<KeyValue> attributes, String function, Class<?> module) {
		return attributes(attributes).get("function").equals(function)
				&& attributes(attributes).get("module").equals(module.getName());
	}

	private static Map<String, String> attributes(List<KeyValue> attributes) {
		return attributes.stream()
			.collect(Collectors.toMap(KeyValue::getKey, (attribute) -> attribute.getValue().getStringValue()));
	}

}
