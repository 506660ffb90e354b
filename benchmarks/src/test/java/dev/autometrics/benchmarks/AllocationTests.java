package dev.autometrics.benchmarks;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The library allocates nothing of its own while it measures a call.
 */
class AllocationTests {

	private static final int ROUNDS = 20;

	private static final int CALLS = 10_000;

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final CallBenchmarks benchmarks = new CallBenchmarks();

	private final RunningApplication application = new RunningApplication();

	private final Caller caller = new Caller();

	@BeforeEach
	void enter() {
		this.caller.enter(this.application);
	}

	@AfterEach
	void leave() {
		this.caller.leave();
		this.application.close();
	}

	@Test
	void measuredCallAllocatesAsMuchAsTheEmptyProxy() {
		long emptyProxy = Long.MAX_VALUE;
		long measured = Long.MAX_VALUE;
		for (int round = 0; round < ROUNDS; round++) {
			emptyProxy = Math.min(emptyProxy,
					allocated(() -> this.benchmarks.emptyProxy(this.application, this.caller)));
			measured = Math.min(measured, allocated(() -> this.benchmarks.autometrics(this.application, this.caller)));
		}

		assertThat(measured / CALLS).isEqualTo(emptyProxy / CALLS).isPositive();
	}

	private long allocated(Runnable call) {
		long before = this.threads.getCurrentThreadAllocatedBytes();
		for (int i = 0; i < CALLS; i++) {
			call.run();
		}
		return this.threads.getCurrentThreadAllocatedBytes() - before;
	}

}
