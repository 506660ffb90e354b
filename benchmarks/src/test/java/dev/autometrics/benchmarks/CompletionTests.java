package dev.autometrics.benchmarks;

import java.util.concurrent.CompletableFuture;

import dev.autometrics.model.Label;
import dev.autometrics.model.Metric;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.aop.support.AopUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each {@link Completion} ends its calls as its title claims, and only through the
 * library it is recorded.
 */
class CompletionTests {

	private static final int CALLS = 3;

	private final CompletionBenchmarks benchmarks = new CompletionBenchmarks();

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
	void valueIsRecordedAsOk() {
		call(this.benchmarks::proxiedValue, this.caller.argument);
		call(this.benchmarks::measuredValue, this.caller.argument);

		assertRecorded("value", "ok");
	}

	@Test
	void valueWithOkForIsRecordedAsOk() {
		call(this.benchmarks::measuredValueWithOkFor, this.caller.argument);

		assertRecorded("valueWithOkFor", "ok");
	}

	@Test
	void classifierIsAskedForTheResult() {
		leave();
		this.application = new RunningApplication("--spring.profiles.active=" + TextClassifier.PROFILE);
		enter();

		call(this.benchmarks::measuredValueWithClassifier, this.caller.argument);

		assertRecorded("value", "error");
	}

	@Test
	void futureIsCompletedWhenItIsReturned() {
		CompletableFuture<String> proxied = this.benchmarks.proxiedFuture(this.application, this.caller);
		CompletableFuture<String> measured = this.benchmarks.measuredFuture(this.application, this.caller);

		assertThat(proxied).isCompletedWithValue(this.caller.argument);
		assertThat(measured).isCompletedWithValue(this.caller.argument);
	}

	@Test
	void futureIsRecordedAsOk() {
		for (int i = 0; i < CALLS; i++) {
			assertThat(this.benchmarks.measuredFuture(this.application, this.caller)).isCompleted();
		}

		assertRecorded("future", "ok");
	}

	@Test
	void monoIsRecordedAsOkOnceItIsSubscribedTo() {
		assertThat(this.application.measuredCompletions.mono("never subscribed to")).isNotNull();

		call(this.benchmarks::proxiedMono, this.caller.argument);
		call(this.benchmarks::measuredMono, this.caller.argument);

		assertRecorded("mono", "ok");
	}

	@Test
	void monoOfCallableIsRecordedAsOkOnceItIsSubscribedTo() {
		assertThat(this.application.measuredCompletions.monoOfCallable("never subscribed to")).isNotNull();

		call(this.benchmarks::proxiedMonoOfCallable, this.caller.argument);
		call(this.benchmarks::measuredMonoOfCallable, this.caller.argument);

		assertRecorded("monoOfCallable", "ok");
	}

	@Test
	void interceptorByHandCountsAndTimesBothEnds() {
		call(this.benchmarks::handWrittenValue, this.caller.argument);
		Object exception = this.benchmarks.handWrittenException(this.application, this.caller);

		MeterRegistry registry = this.application.registry();
		assertThat(exception).isInstanceOf(IllegalStateException.class);
		assertThat(registry.get(HandWrittenInterceptor.CALLS).tag("result", "ok").counter().count()).isEqualTo(CALLS);
		assertThat(registry.get(HandWrittenInterceptor.CALLS).tag("result", "error").counter().count()).isOne();
		assertThat(registry.get(HandWrittenInterceptor.DURATION).timer().count()).isEqualTo(CALLS + 1);
	}

	@Test
	void exceptionIsTheSameOneAndRecordedAsError() {
		Object exception = this.benchmarks.proxiedException(this.application, this.caller);
		call(this.benchmarks::measuredException, exception);

		assertThat(exception).isInstanceOf(IllegalStateException.class);
		assertRecorded("exception", "error");
	}

	@Test
	void exceptionWithOkForIsTheSameOneAndRecordedAsOk() {
		Object exception = this.benchmarks.proxiedException(this.application, this.caller);
		call(this.benchmarks::measuredExceptionWithOkFor, exception);

		assertThat(exception).isInstanceOf(IllegalStateException.class);
		assertRecorded("exceptionWithOkFor", "ok");
	}

	@Test
	void bothSidesAreBehindTheSameKindOfProxy() {
		assertThat(AopUtils.isCglibProxy(this.application.interceptedCompletions)).isTrue();
		assertThat(AopUtils.isCglibProxy(this.application.measuredCompletions)).isTrue();
		assertThat(AopUtils.isCglibProxy(this.application.handWrittenCompletions)).isTrue();
	}

	private void call(Call call, Object expected) {
		for (int i = 0; i < CALLS; i++) {
			assertThat(call.of(this.application, this.caller)).isSameAs(expected);
		}
	}

	private void assertRecorded(String function, String result) {
		assertThat(this.application.registry()
			.find(Metric.CALLS.dotted())
			.tag(Label.MODULE.dotted(), MeasuredCompletions.class.getName())
			.counters()).filteredOn((counter) -> counter.count() > 0).singleElement().satisfies((counter) -> {
				assertThat(counter.count()).isEqualTo(CALLS);
				assertThat(tag(counter, Label.FUNCTION)).isEqualTo(function);
				assertThat(tag(counter, Label.RESULT)).isEqualTo(result);
				assertThat(tag(counter, Label.CALLER_FUNCTION)).isEqualTo("call");
			});
		assertThat(timer(function).count()).isEqualTo(CALLS);
	}

	private static @Nullable String tag(Counter counter, Label label) {
		return counter.getId().getTag(label.dotted());
	}

	private Timer timer(String function) {
		return this.application.registry()
			.get(Metric.DURATION.dotted())
			.tag(Label.MODULE.dotted(), MeasuredCompletions.class.getName())
			.tag(Label.FUNCTION.dotted(), function)
			.timer();
	}

	private interface Call {

		@Nullable Object of(RunningApplication application, Caller caller);

	}

}
