package dev.autometrics.benchmarks;

import java.util.concurrent.locks.LockSupport;

import dev.autometrics.live.CallHistory;
import io.micrometer.core.instrument.MeterRegistry;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * An application with 500 functions, each of which has been called by three callers, the
 * endpoint exposed.
 */
@State(Scope.Benchmark)
public class LargeApplication implements AutoCloseable {

	static final int FURTHER_CALLERS = 2;

	private final ConfigurableApplicationContext context;

	public LargeApplication() {
		this(StartupVariant.CONFIGURED);
	}

	LargeApplication(StartupVariant variant) {
		this.context = StartupApplication.start(variant, variant.beans(), "--" + RunningApplication.EXPOSED);
		MeasuredCalls calls = new MeasuredCalls(this.context);
		calls.callAllFromOutside();
		calls.callAllFromFunctions(FURTHER_CALLERS);
	}

	/**
	 * Fill the history, far quicker than time goes.
	 * @return the history
	 */
	CallHistory history() {
		CallHistory history = bean(CallHistory.class);
		for (int sample = 0; sample < history.settings().samples(); sample++) {
			history.sample();
			// Two samples of one millisecond would be taken for a clock that was set
			// back.
			LockSupport.parkNanos(2_000_000);
		}
		return history;
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	MeterRegistry registry() {
		return bean(MeterRegistry.class);
	}

	@Override
	@TearDown
	public void close() {
		this.context.close();
	}

	/**
	 * The same application with advice that does nothing, and the same meters by hand.
	 */
	@State(Scope.Benchmark)
	public static class ByHand extends LargeApplication {

		public ByHand() {
			super(StartupVariant.EMPTY_ADVISOR);
			HandWrittenMeters meters = new HandWrittenMeters(registry());
			meters.registerTimers();
			meters.registerCounters("", "");
			for (int caller = 0; caller < FURTHER_CALLERS; caller++) {
				meters.registerCounters(FunctionClasses.FUNCTIONS.get(caller), FunctionClasses.class.getName());
			}
		}

	}

}
