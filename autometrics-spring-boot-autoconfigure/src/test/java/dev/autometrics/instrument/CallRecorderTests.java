package dev.autometrics.instrument;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import dev.autometrics.Result;
import dev.autometrics.live.FunctionFigures;
import dev.autometrics.live.LiveFigures;
import dev.autometrics.model.BuildInfo;
import dev.autometrics.model.BuildInfo.Repository;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.Metric;
import dev.autometrics.model.Objectives;
import dev.autometrics.model.ResultSettings;
import dev.autometrics.problems.Problem;
import dev.autometrics.problems.ProblemMode;
import dev.autometrics.problems.Problems;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link CallRecorder} with a {@link MicrometerTracker}.
 */
@ExtendWith(OutputCaptureExtension.class)
class CallRecorderTests {

	private static final BuildInfo BUILD_INFO = new BuildInfo("shop", "1.2.3", "", "", Repository.UNKNOWN);

	private static final TrackerSettings SETTINGS = new TrackerSettings(List.of(Duration.ofSeconds(1)), Objectives.NONE,
			Limits.DEFAULT);

	private final Problems problems = new Problems(ProblemMode.WARN);

	private final AtomicLong time = new AtomicLong();

	private final LiveFigures figures = new LiveFigures(InstantSource.system());

	private final CallRecorder recorder = new CallRecorder(this.figures, this.time::get, CallRecorder.Settings.DEFAULT,
			this.problems);

	private final MeterRegistry registry = new SimpleMeterRegistry();

	@Test
	void registersBothResultsAtZeroBeforeAnyCall() {
		open(this.registry);

		this.recorder.recorderOf(function("place"));

		assertThat(calls("place", "", "ok").count()).isZero();
		assertThat(calls("place", "", "error").count()).isZero();
		assertThat(timer("place").count()).isZero();
	}

	@Test
	void recordsResultDurationAndCaller() {
		open(this.registry);
		FunctionRecorder caller = this.recorder.recorderOf(function("order"));
		FunctionRecorder place = this.recorder.recorderOf(function("place"));

		call(place, caller, Result.ERROR);

		assertThat(calls("place", "order", "error").count()).isOne();
		assertThat(calls("place", "order", "ok").count()).isZero();
		assertThat(calls("place", "", "error").count()).isZero();
		assertThat(timer("place").totalTime(TimeUnit.MILLISECONDS)).isEqualTo(200);
	}

	@Test
	void callerCanBeLeftOut() {
		CallRecorder withoutCallers = new CallRecorder(this.figures, this.time::get,
				new CallRecorder.Settings(false, Result.OK), this.problems);
		withoutCallers.open(new MicrometerTracker(this.registry, BUILD_INFO, SETTINGS, this.problems));

		call(withoutCallers.recorderOf(function("place")), withoutCallers.recorderOf(function("order")), Result.OK);

		assertThat(calls("place", "", "ok").count()).isOne();
		assertThat(this.registry.find("function.calls").tag("caller.function", "order").counter()).isNull();
	}

	@Test
	void keepsCallsThatEndBeforeThereIsARegistry() {
		FunctionRecorder place = this.recorder.recorderOf(function("place"));
		call(place, null, Result.OK);
		call(place, this.recorder.recorderOf(function("order")), Result.ERROR);

		open(this.registry);
		call(place, null, Result.OK);

		assertThat(calls("place", "", "ok").count()).isEqualTo(2);
		assertThat(calls("place", "order", "error").count()).isOne();
		assertThat(timer("place").count()).isEqualTo(3);
	}

	@Test
	void saysHowManyCallsBeforeTheStartWereTooMany(CapturedOutput output) {
		FunctionRecorder place = this.recorder.recorderOf(function("place"));
		for (int i = 0; i < EarlyCalls.LIMIT + 7; i++) {
			call(place, null, Result.OK);
		}

		open(this.registry);

		assertThat(calls("place", "", "ok").count()).isEqualTo(EarlyCalls.LIMIT);
		assertThat(output).contains("AM-124 module.place: 7 calls are missing in its metrics");
	}

	@Test
	void gaugeFollowsCallsUnderWay() {
		open(this.registry);
		FunctionRecorder place = this.recorder.recorderOf(function("place", true));
		this.recorder.recorderOf(function("order"));

		long start = place.start();
		place.start();
		Gauge gauge = this.registry.get("function.calls.concurrent").tag("function", "place").gauge();
		assertThat(gauge.value()).isEqualTo(2);
		place.end(null, start, Result.OK);

		assertThat(gauge.value()).isOne();
		assertThat(this.registry.find("function.calls.concurrent").gauges()).hasSize(1);
	}

	@Test
	void publishesBuildInfoAsAlwaysOne() {
		PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

		new MicrometerTracker(prometheus, BUILD_INFO, SETTINGS, this.problems).publishBuildInfo();

		assertThat(prometheus.scrape()).contains("build_info{autometrics_version=\"1.0.0\",branch=\"\",commit=\"\","
				+ "repository_provider=\"\",repository_url=\"\",service_name=\"shop\",version=\"1.2.3\"} 1");
	}

	@Test
	void registryThatThrowsOnRegistrationDoesNotBreakTheCall(CapturedOutput output) {
		this.registry.config().meterFilter(new MeterFilter() {
			@Override
			public Meter.Id map(Meter.Id id) {
				throw new IllegalStateException("broken filter");
			}
		});

		assertThatNoException().isThrownBy(() -> {
			open(this.registry);
			FunctionRecorder place = this.recorder.recorderOf(function("place", true));
			call(place, null, Result.OK);
			call(place, this.recorder.recorderOf(function("order")), Result.OK);
		});

		assertThat(output.toString().split("WARN", -1)).as("one warning a metric").hasSize(Metric.values().length + 1);
		assertThat(output).contains("Could not register a meter named function.calls [", "broken filter");
		assertThat(this.figures.of(function("place").id()).calls()).isEqualTo(2);
	}

	@Test
	void trackerThatThrowsOnRecordingDoesNotBreakTheCall(CapturedOutput output) {
		this.recorder.open(new ThrowingTracker());
		FunctionRecorder place = this.recorder.recorderOf(function("place"));

		assertThatNoException().isThrownBy(() -> {
			call(place, null, Result.OK);
			call(place, null, Result.ERROR);
		});

		assertThat(output.toString().split("WARN", -1)).as("one warning").hasSize(2);
		assertThat(output).contains("disk full");
		assertThat(this.problems.snapshot()).extracting(Problem::toString)
			.containsExactly("AM-118 record a call of: Could not record a call of module.place: "
					+ "java.lang.IllegalStateException: disk full. The call itself is not affected. Further failures of "
					+ "this kind are logged at debug level. See the stack trace in the log. (docs/problems.md#am-118)");
	}

	@Test
	void deniedMetersAreNotRecordedAndNothingElseChanges() {
		this.registry.config().meterFilter(MeterFilter.denyNameStartsWith("function"));
		open(this.registry);

		call(this.recorder.recorderOf(function("place", true)), null, Result.OK);

		assertThat(this.registry.getMeters()).extracting((meter) -> meter.getId().getName())
			.containsExactly("build.info");
		assertThat(this.figures.of(function("place").id()).calls()).isOne();
	}

	@Test
	void closedRegistryDoesNotBreakTheCall() {
		PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
		open(prometheus);
		FunctionRecorder place = this.recorder.recorderOf(function("place"));
		prometheus.close();

		assertThatNoException().isThrownBy(() -> {
			call(place, null, Result.OK);
			call(place, this.recorder.recorderOf(function("order")), Result.OK);
		});
	}

	@Test
	void callerOfAnotherContextIsNotRegisteredAgainAndAgain() {
		open(this.registry);
		FunctionRecorder place = this.recorder.recorderOf(function("place"));
		for (int i = 0; i < 3; i++) {
			CallRecorder other = new CallRecorder(this.figures, this.time::get, CallRecorder.Settings.DEFAULT,
					this.problems);
			call(place, other.recorderOf(function("order")), Result.OK);
		}

		assertThat(calls("place", "order", "ok").count()).isEqualTo(3);
	}

	private void open(MeterRegistry registry) {
		MicrometerTracker tracker = new MicrometerTracker(registry, BUILD_INFO, SETTINGS, this.problems);
		tracker.publishBuildInfo();
		this.recorder.open(tracker);
	}

	private void call(FunctionRecorder function, FunctionRecorder caller, Result result) {
		long start = function.start();
		this.time.addAndGet(Duration.ofMillis(200).toNanos());
		function.end(caller, start, result);
	}

	private Counter calls(String function, String caller, String result) {
		return this.registry.get("function.calls")
			.tags("function", function, "caller.function", caller, "caller.module", caller.isEmpty() ? "" : "module",
					"result", result)
			.counter();
	}

	private Timer timer(String function) {
		return this.registry.get("function.calls.duration").tag("function", function).timer();
	}

	private static InstrumentedFunction function(String name) {
		return function(name, false);
	}

	private static InstrumentedFunction function(String name, boolean concurrencyTracked) {
		return new InstrumentedFunction(new FunctionId("module", name), name + "()", null, concurrencyTracked,
				ResultSettings.DEFAULT, Collections.emptySortedSet());
	}

	private static final class ThrowingTracker implements Tracker {

		@Override
		public FunctionMeters register(InstrumentedFunction function, FunctionFigures figures) {
			return (caller, result, nanos) -> {
				throw new IllegalStateException("disk full");
			};
		}

		@Override
		public void publishBuildInfo() {
		}

	}

}
