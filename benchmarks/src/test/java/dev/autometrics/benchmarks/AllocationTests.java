package dev.autometrics.benchmarks;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the library allocates of its own while it measures a call: nothing, unless the
 * call ends later than the method returns. The bounds are those of the interpreter, since
 * nobody knows when the compiler is done.
 */
class AllocationTests {

	private static final int ROUNDS = 20;

	private static final int CALLS = 10_000;

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final CallBenchmarks benchmarks = new CallBenchmarks();

	private final CompletionBenchmarks completions = new CompletionBenchmarks();

	private final Caller caller = new Caller();

	private RunningApplication application = new RunningApplication();

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
		assertThat(added(this.benchmarks::emptyProxy, this.benchmarks::autometrics)).isZero();
	}

	@Test
	void callerAndDurationInMemoryAllocateNothing() {
		restart("--" + RunningApplication.EXPOSED);

		assertThat(added(this.benchmarks::emptyProxy, this.benchmarks::autometricsExposed)).isZero();
	}

	@Test
	void okForAndClassifierAllocateNothing() {
		restart("--spring.profiles.active=" + TextClassifier.PROFILE);

		assertThat(added(this.completions::proxiedValue, this.completions::measuredValueWithOkFor)).isZero();
	}

	@Test
	void exceptionAllocatesNothing() {
		assertThat(added(this.completions::proxiedException, this.completions::measuredException)).isZero();
		assertThat(added(this.completions::proxiedException, this.completions::measuredExceptionWithOkFor)).isZero();
	}

	@Test
	@SuppressWarnings("FutureReturnValueIgnored")
	void futureAllocatesItsCallAndACallback() {
		assertThat(added(this.completions::proxiedFuture, this.completions::measuredFuture)).isBetween(1L, 136L);
	}

	@Test
	void monoWithItsValueAllocatesAnOperator() {
		assertThat(added(this.completions::proxiedMono, this.completions::measuredMono)).isBetween(1L, 64L);
	}

	@Test
	void subscriptionAllocatesItsCallAndAnOperator() {
		assertThat(added(this.completions::proxiedMonoOfCallable, this.completions::measuredMonoOfCallable))
			.isBetween(1L, 256L);
	}

	private void restart(String argument) {
		leave();
		this.application = new RunningApplication(argument);
		enter();
	}

	// Bytes of one call, in the round that allocates least.
	private long added(Call proxied, Call measured) {
		long leastProxied = Long.MAX_VALUE;
		long leastMeasured = Long.MAX_VALUE;
		for (int round = 0; round < ROUNDS; round++) {
			leastProxied = Math.min(leastProxied, allocated(proxied));
			leastMeasured = Math.min(leastMeasured, allocated(measured));
		}
		assertThat(leastProxied).isPositive();
		return leastMeasured / CALLS - leastProxied / CALLS;
	}

	private long allocated(Call call) {
		long before = this.threads.getCurrentThreadAllocatedBytes();
		for (int i = 0; i < CALLS; i++) {
			call.of(this.application, this.caller);
		}
		return this.threads.getCurrentThreadAllocatedBytes() - before;
	}

	private interface Call {

		@Nullable Object of(RunningApplication application, Caller caller);

	}

}
