package dev.autometrics.instrument;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

import dev.autometrics.Objective;
import dev.autometrics.Result;
import dev.autometrics.live.FunctionFigures;
import dev.autometrics.live.LiveFigures;
import dev.autometrics.model.BuildInfo;
import dev.autometrics.model.BuildInfo.Repository;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.Objectives;
import dev.autometrics.model.ResultSettings;
import dev.autometrics.problems.Problem;
import dev.autometrics.problems.ProblemCode;
import dev.autometrics.problems.ProblemMode;
import dev.autometrics.problems.Problems;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link OpenTelemetryTracker}.
 */
class OpenTelemetryTrackerTests {

	private static final FunctionId CALLER = new FunctionId("com.acme.Shop", "buy");

	private static final Objectives OBJECTIVES = new Objectives(List
		.of(Objective.ofLatency("quick", Duration.ofMillis(300), 95), Objective.ofSuccessRate("successful", 99.9)));

	private final InMemoryMetricReader reader = InMemoryMetricReader.create();

	private final OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
		.setMeterProvider(SdkMeterProvider.builder().registerMetricReader(this.reader).build())
		.build();

	private final Problems problems = new Problems(ProblemMode.WARN);

	private final LiveFigures figures = new LiveFigures(InstantSource.system());

	@AfterEach
	void close() {
		this.sdk.close();
	}

	@Test
	void instrumentsAreThoseOfTheSpecification() {
		OpenTelemetryTracker tracker = tracker(Limits.DEFAULT);
		tracker.publishBuildInfo();
		tracker.register(function("place", null, true), figuresOf("place")).record(CALLER, Result.OK, 1);

		Collection<MetricData> metrics = this.reader.collectAllMetrics();

		assertThat(metrics).extracting(MetricData::getName)
			.containsExactlyInAnyOrder("function.calls", "function.calls.duration", "function.calls.concurrent",
					"build_info");
		assertThat(metrics).allSatisfy((metric) -> {
			assertThat(metric.getInstrumentationScopeInfo().getName()).isEqualTo("dev.autometrics");
			assertThat(metric.getDescription()).isNotEmpty();
		});
		MetricData calls = metric("function.calls");
		assertThat(calls.getType()).isEqualTo(MetricDataType.LONG_SUM);
		assertThat(calls.getLongSumData().isMonotonic()).isTrue();
		assertThat(metric("function.calls.duration").getUnit()).isEqualTo("s");
		assertThat(metric("function.calls.concurrent").getType()).isEqualTo(MetricDataType.LONG_GAUGE);
		assertThat(metric("build_info").getType()).isEqualTo(MetricDataType.LONG_GAUGE);
	}

	@Test
	void bothResultsStartAtZero() {
		tracker(Limits.DEFAULT).register(function("place", null, false), figuresOf("place"));

		assertThat(calls()).extracting((point) -> text(point.getAttributes(), "result"), LongPointData::getValue)
			.containsExactlyInAnyOrder(tuple("ok", 0L), tuple("error", 0L));
	}

	@Test
	void callsAreCountedByCallerAndResult() {
		FunctionMeters meters = tracker(Limits.DEFAULT).register(function("place", "successful", false),
				figuresOf("place"));

		meters.record(CALLER, Result.ERROR, 1);
		meters.record(new FunctionId("com.acme.Shop", "buy"), Result.ERROR, 1);
		meters.record(null, Result.OK, 1);

		assertThat(calls()).hasSize(4).filteredOn((point) -> point.getValue() == 2).singleElement().satisfies((point) ->

		assertThat(point.getAttributes()).isEqualTo(Attributes.builder()
			.put("function", "place")
			.put("module", "com.acme.Shop")
			.put("service.name", "shop")
			.put("result", "error")
			.put("caller.function", "buy")
			.put("caller.module", "com.acme.Shop")
			.put("objective.name", "successful")
			.put("objective.percentile", "99.9")
			.build()));
	}

	@Test
	void durationsAreInSecondsInBucketsOfAllObjectives() {
		OpenTelemetryTracker tracker = tracker(Limits.DEFAULT);
		tracker.register(function("quick", "quick", false), figuresOf("quick")).record(null, Result.OK, 250_000_000);
		tracker.register(function("plain", null, false), figuresOf("plain")).record(null, Result.OK, 1);

		assertThat(durations()).hasSize(2)
			.allSatisfy((point) -> assertThat(point.getBoundaries()).containsExactly(0.1, 0.3, 1.0));
		assertThat(durations()).filteredOn((point) -> text(point.getAttributes(), "function").equals("quick"))
			.singleElement()
			.satisfies((point) -> {
				assertThat(point.getSum()).isEqualTo(0.25);
				assertThat(point.getCounts()).containsExactly(0L, 1L, 0L, 0L);
				assertThat(text(point.getAttributes(), "objective.latency_threshold")).isEqualTo("0.3");
				assertThat(text(point.getAttributes(), "objective.percentile")).isEqualTo("95");
			});
	}

	@Test
	void gaugesFollowTheApplicationAndEndWithIt() {
		OpenTelemetryTracker tracker = tracker(Limits.DEFAULT);
		FunctionFigures place = figuresOf("place");
		tracker.publishBuildInfo();
		tracker.register(function("place", null, true), place);
		tracker.register(function("cancel", null, true), figuresOf("cancel"));
		place.start();
		place.start();

		assertThat(metric("function.calls.concurrent").getLongGaugeData().getPoints())
			.extracting((point) -> text(point.getAttributes(), "function"), LongPointData::getValue)
			.containsExactlyInAnyOrder(tuple("place", 2L), tuple("cancel", 0L));
		assertThat(metric("build_info").getLongGaugeData().getPoints()).singleElement().satisfies((point) -> {
			assertThat(point.getValue()).isOne();
			assertThat(text(point.getAttributes(), "autometrics.version")).isEqualTo("1.0.0");
			assertThat(text(point.getAttributes(), "version")).isEqualTo("1");
		});

		tracker.close();

		assertThat(this.reader.collectAllMetrics()).extracting(MetricData::getName).containsExactly("function.calls");
	}

	@Test
	void limitsHold() {
		FunctionMeters meters = tracker(new Limits(300, 1, 10_000)).register(function("place", null, false),
				figuresOf("place"));

		meters.record(CALLER, Result.OK, 1);
		meters.record(new FunctionId("com.acme.Shop", "second"), Result.OK, 1);

		assertThat(calls()).filteredOn((point) -> point.getValue() == 1)
			.extracting((point) -> text(point.getAttributes(), "caller.function"))
			.containsExactlyInAnyOrder("buy", "");
		assertThat(this.problems.snapshot()).extracting(Problem::code).containsExactly(ProblemCode.TOO_MANY_CALLERS);
	}

	@Test
	void limitOfSeriesCountsTheBucketsOfAllObjectives() {
		// Two counters, four buckets, count and sum; two more for the caller.
		FunctionMeters meters = tracker(new Limits(300, 20, 9)).register(function("place", null, false),
				figuresOf("place"));

		meters.record(CALLER, Result.OK, 1);

		assertThat(this.problems.snapshot()).extracting(Problem::code).containsExactly(ProblemCode.TOO_MANY_SERIES);
		assertThat(calls()).hasSize(2);
	}

	@Test
	void seriesAreCounted() {
		FunctionFigures place = figuresOf("place");
		tracker(Limits.DEFAULT).register(function("place", null, true), place).record(CALLER, Result.OK, 1);

		// Two counters, four buckets, count and sum, and the calls under way.
		assertThat(place.series()).isEqualTo(9);
		assertThat(place.callerSeries()).isEqualTo(2);
	}

	@Test
	void nobodyHasSeriesOfWhatIsLost() {
		FunctionFigures place = figuresOf("place");
		tracker(OpenTelemetry.noop(), Limits.DEFAULT).register(function("place", null, true), place)
			.record(CALLER, Result.OK, 1);

		assertThat(place.series()).isZero();
		assertThat(place.callerSeries()).isZero();
	}

	@Test
	void knowsWhatIsLost() {
		OpenTelemetrySdk withoutReader = OpenTelemetrySdk.builder().build();

		assertThat(tracker(this.sdk, Limits.DEFAULT).isNoop()).isFalse();
		assertThat(tracker(withoutReader, Limits.DEFAULT).isNoop()).isTrue();
		assertThat(tracker(OpenTelemetry.noop(), Limits.DEFAULT).isNoop()).isTrue();
	}

	private OpenTelemetryTracker tracker(Limits limits) {
		return tracker(this.sdk, limits);
	}

	private OpenTelemetryTracker tracker(OpenTelemetry openTelemetry, Limits limits) {
		return new OpenTelemetryTracker(openTelemetry, new BuildInfo("shop", "1", "", "", Repository.UNKNOWN),
				new TrackerSettings(List.of(Duration.ofMillis(100), Duration.ofSeconds(1)), OBJECTIVES, limits),
				this.problems);
	}

	private static InstrumentedFunction function(String name, String objective, boolean concurrencyTracked) {
		return new InstrumentedFunction(new FunctionId("com.acme.Shop", name), name + "()", objective,
				concurrencyTracked, ResultSettings.DEFAULT, Collections.emptySortedSet());
	}

	private FunctionFigures figuresOf(String name) {
		return this.figures.of(new FunctionId("com.acme.Shop", name));
	}

	private MetricData metric(String name) {
		return this.reader.collectAllMetrics()
			.stream()
			.filter((metric) -> metric.getName().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private Collection<LongPointData> calls() {
		return metric("function.calls").getLongSumData().getPoints();
	}

	private Collection<HistogramPointData> durations() {
		return metric("function.calls.duration").getHistogramData().getPoints();
	}

	private static String text(Attributes attributes, String key) {
		return attributes.get(AttributeKey.stringKey(key));
	}

}
