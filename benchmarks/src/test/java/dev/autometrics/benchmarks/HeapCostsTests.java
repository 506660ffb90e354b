package dev.autometrics.benchmarks;

import java.util.List;
import java.util.stream.Stream;

import dev.autometrics.model.Metric;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is compared in the heap are the same meters.
 */
class HeapCostsTests {

	private static final int FUNCTIONS = 500;

	@Test
	void metersByHandAreThoseOfTheLibrary() {
		try (ConfigurableApplicationContext library = start(StartupVariant.CONFIGURED);
				ConfigurableApplicationContext byHand = start(StartupVariant.EMPTY_ADVISOR)) {
			HandWrittenMeters meters = new HandWrittenMeters(byHand.getBean(MeterRegistry.class));
			meters.registerTimers();
			meters.registerCounters("", "");

			assertThat(ids(byHand)).containsExactlyInAnyOrderElementsOf(ids(library)).hasSize(FUNCTIONS * 3);
			assertThat(buckets(byHand)).isEqualTo(buckets(library));
		}
	}

	@Test
	void everyFunctionGetsCountersForEachOfThreeCallers() {
		try (ConfigurableApplicationContext library = start(StartupVariant.CONFIGURED)) {
			MeasuredCalls calls = new MeasuredCalls(library);

			calls.callAllFromOutside();
			calls.callAllFromFunctions(2);

			assertThat(ids(library)).hasSize(FUNCTIONS * 7);
		}
	}

	@Test
	void heapIsMeasuredWithLibraryAndWithMetersByHand() {
		HeapCosts library = new HeapCosts();
		HeapCosts byHand = new HeapCosts();

		library.measureAndStop(StartupVariant.CONFIGURED);
		byHand.measureAndStop(StartupVariant.EMPTY_ADVISOR);

		assertThat(library.threeCallers).isGreaterThan(library.oneCaller);
		assertThat(library.metersOfOneCaller).isZero();
		assertThat(byHand.metersOfOneCaller).isPositive();
		assertThat(byHand.metersOfThreeCallers).isGreaterThan(byHand.metersOfOneCaller);
	}

	private static ConfigurableApplicationContext start(StartupVariant variant) {
		return StartupApplication.start(variant, variant.beans());
	}

	private static List<Meter.Id> ids(ConfigurableApplicationContext context) {
		MeterRegistry registry = context.getBean(MeterRegistry.class);
		return Stream.of(Metric.CALLS, Metric.DURATION)
			.flatMap((metric) -> registry.find(metric.dotted()).meters().stream())
			.map(Meter::getId)
			.toList();
	}

	private static int buckets(ConfigurableApplicationContext context) {
		Timer timer = context.getBean(MeterRegistry.class).get(Metric.DURATION.dotted()).timers().iterator().next();
		return timer.takeSnapshot().histogramCounts().length;
	}

}
