package dev.autometrics.benchmarks;

import io.micrometer.core.instrument.MeterRegistry;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * The heap of one application that has been called, in bytes.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class HeapCosts {

	private static final int FURTHER_CALLERS = 2;

	/**
	 * The heap after every function has been called from outside.
	 */
	public double oneCaller;

	/**
	 * The heap after every function has been called by two others as well.
	 */
	public double threeCallers;

	/**
	 * What the heap grows by when the meters for one caller are registered by hand.
	 */
	public double metersOfOneCaller;

	/**
	 * What the heap grows by when the meters for three callers are registered by hand.
	 */
	public double metersOfThreeCallers;

	boolean measureAndStop(StartupVariant variant) {
		try (ConfigurableApplicationContext context = StartupApplication.start(variant, variant.beans())) {
			measure(variant, context);
			return context.isRunning();
		}
	}

	private void measure(StartupVariant variant, ConfigurableApplicationContext context) {
		MeasuredCalls calls = new MeasuredCalls(context);
		calls.callAllFromOutside();
		this.oneCaller = LiveHeap.bytes();
		calls.callAllFromFunctions(FURTHER_CALLERS);
		this.threeCallers = LiveHeap.bytes();
		if (!variant.hasLibrary()) {
			measureMeters(context.getBean(MeterRegistry.class));
		}
	}

	private void measureMeters(MeterRegistry registry) {
		HandWrittenMeters meters = new HandWrittenMeters(registry);
		meters.registerTimers();
		meters.registerCounters("", "");
		this.metersOfOneCaller = LiveHeap.bytes() - this.threeCallers;
		for (int caller = 0; caller < FURTHER_CALLERS; caller++) {
			meters.registerCounters(FunctionClasses.FUNCTIONS.get(caller), "caller");
		}
		this.metersOfThreeCallers = LiveHeap.bytes() - this.threeCallers;
	}

}
