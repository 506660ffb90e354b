package dev.autometrics.instrument;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;

import dev.autometrics.Result;
import dev.autometrics.live.LiveFigures;
import dev.autometrics.model.BuildInfo;
import dev.autometrics.model.BuildInfo.Repository;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.Objectives;
import dev.autometrics.model.ResultSettings;
import dev.autometrics.problems.ProblemMode;
import dev.autometrics.problems.Problems;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for the end of a {@link MicrometerTracker}.
 */
@ExtendWith(OutputCaptureExtension.class)
class MicrometerTrackerTests {

	private static final InstrumentedFunction PLACE = new InstrumentedFunction(new FunctionId("com.acme.Shop", "place"),
			"place()", null, true, ResultSettings.DEFAULT, Collections.emptySortedSet());

	private static final FunctionId CALLER = new FunctionId("com.acme.Shop", "buy");

	private static List<MeterRegistry> registries() {
		MeterRegistry filtered = new SimpleMeterRegistry();
		filtered.config().commonTags("region", "eu").meterFilter(MeterFilter.renameTag("function", "module", "class"));
		return List.of(new SimpleMeterRegistry(), new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), filtered,
				new CompositeMeterRegistry().add(new SimpleMeterRegistry()));
	}

	@ParameterizedTest
	@MethodSource("registries")
	void removesWhatItHasRegistered(MeterRegistry registry) {
		Meter other = registry.counter("other");
		MicrometerTracker tracker = tracker(registry);
		use(tracker);
		assertThat(registered(registry)).isEqualTo(1 + 7);

		tracker.close();

		assertThat(registry.getMeters()).containsExactly(other);
	}

	@Test
	void removesFromThePartsOfAComposite() {
		MeterRegistry part = new SimpleMeterRegistry();
		MicrometerTracker tracker = tracker(new CompositeMeterRegistry().add(part));
		use(tracker);
		assertThat(registered(part)).isEqualTo(7);

		tracker.close();

		assertThat(part.getMeters()).isEmpty();
	}

	@Test
	void leavesWhatWasThereBefore() {
		MeterRegistry registry = new SimpleMeterRegistry();
		MicrometerTracker first = tracker(registry);
		use(first);
		MicrometerTracker second = tracker(registry);
		use(second);

		second.close();

		assertThat(registered(registry)).isEqualTo(7);
		assertThat(registry.get("function.calls").tag("caller.function", "buy").tag("result", "ok").counter().count())
			.isEqualTo(2);
		first.close();
		assertThat(registry.getMeters()).isEmpty();
	}

	@Test
	void registersNothingFromThenOn() {
		MeterRegistry registry = new SimpleMeterRegistry();
		MicrometerTracker tracker = tracker(registry);
		FunctionMeters meters = use(tracker);

		tracker.close();
		meters.record(CALLER, Result.ERROR, 1);
		meters.record(new FunctionId("com.acme.Shop", "later"), Result.OK, 1);
		use(tracker);

		assertThat(registry.getMeters()).isEmpty();
	}

	@Test
	void leavesAClosedRegistryAsItIs() {
		MeterRegistry registry = new SimpleMeterRegistry();
		MicrometerTracker tracker = tracker(registry);
		use(tracker);

		registry.close();
		tracker.close();

		assertThat(registered(registry)).isEqualTo(7);
	}

	@Test
	void neverThrowsWhenClosed(CapturedOutput output) {
		MeterRegistry registry = new SimpleMeterRegistry();
		registry.config().onMeterRemoved((meter) -> {
			throw new IllegalStateException("no removal");
		});
		MicrometerTracker tracker = tracker(registry);
		use(tracker);

		assertThatNoException().isThrownBy(tracker::close);
		assertThat(output).containsOnlyOnce("Could not remove a meter");
	}

	private static MicrometerTracker tracker(MeterRegistry registry) {
		return new MicrometerTracker(registry, new BuildInfo("shop", "1", "", "", Repository.UNKNOWN),
				new TrackerSettings(List.of(Duration.ofSeconds(1)), Objectives.NONE, Limits.DEFAULT),
				new Problems(ProblemMode.WARN));
	}

	// Seven meters: two counters for each of two callers, a timer and two gauges.
	private static FunctionMeters use(MicrometerTracker tracker) {
		tracker.publishBuildInfo();
		LiveFigures figures = new LiveFigures(InstantSource.system());
		FunctionMeters meters = tracker.register(PLACE, figures.of(PLACE.id()));
		meters.record(CALLER, Result.OK, 1);
		return meters;
	}

	// Without the gauges that some registries make of a histogram.
	private static long registered(MeterRegistry registry) {
		return registry.getMeters().stream().filter((meter) -> !meter.getId().getName().endsWith(".histogram")).count();
	}

}
