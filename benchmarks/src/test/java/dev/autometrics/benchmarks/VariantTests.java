package dev.autometrics.benchmarks;

import java.util.concurrent.TimeUnit;

import dev.autometrics.live.CallHistory;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.Label;
import dev.autometrics.model.Metric;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.aop.framework.Advised;
import org.springframework.aop.support.AopUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each variant does what its title claims, and nothing that another variant is measured
 * for.
 */
class VariantTests {

	private static final int CALLS = 3;

	private static final int BUCKETS = 14;

	private final CallBenchmarks benchmarks = new CallBenchmarks();

	private RunningApplication application = new RunningApplication();

	private final Caller caller = new Caller();

	private final MeterRegistry registry = this.application.registry();

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
	void registryIsThatOfPrometheus() {
		assertThat(this.registry).isInstanceOf(PrometheusMeterRegistry.class);
	}

	@Test
	void plainCallHasNoProxyAndRecordsNothing() {
		double before = everythingRecorded();

		call(this.benchmarks::plain);

		assertThat(AopUtils.isAopProxy(this.application.plain)).isFalse();
		assertThat(everythingRecorded()).isEqualTo(before);
	}

	@Test
	void emptyProxyIsThatOfASubclassAndRecordsNothing() {
		double before = everythingRecorded();

		call(this.benchmarks::emptyProxy);

		assertThat(AopUtils.isCglibProxy(this.application.intercepted)).isTrue();
		assertThat(everythingRecorded()).isEqualTo(before);
	}

	@Test
	void handWrittenFunctionCountsAndTimesWithoutProxy() {
		call(this.benchmarks::handWritten);

		assertThat(AopUtils.isAopProxy(this.application.handWritten)).isFalse();
		assertThat(counter(HandWrittenFunction.CALLS).count()).isEqualTo(CALLS);
		assertTimed(timer(HandWrittenFunction.DURATION));
	}

	@Test
	void libraryCountsAndTimesWithTheCaller() {
		call(this.benchmarks::autometrics);

		Counter calls = this.registry.get(Metric.CALLS.dotted())
			.tag(Label.MODULE.dotted(), MeasuredFunction.class.getName())
			.tag(Label.CALLER_FUNCTION.dotted(), "call")
			.tag(Label.CALLER_MODULE.dotted(), CallingFunction.class.getName())
			.tag(Label.RESULT.dotted(), "ok")
			.counter();
		assertThat(AopUtils.isCglibProxy(this.application.measured)).isTrue();
		assertThat(calls.count()).isEqualTo(CALLS);
		assertTimed(this.registry.get(Metric.DURATION.dotted())
			.tag(Label.MODULE.dotted(), MeasuredFunction.class.getName())
			.timer());
	}

	@Test
	void annotationsCountAndTime() {
		call(this.benchmarks::timedAndCounted);

		assertThat(AopUtils.isCglibProxy(this.application.annotated)).isTrue();
		assertThat(counter(AnnotatedFunction.CALLS).count()).isEqualTo(CALLS);
		assertTimed(timer(AnnotatedFunction.DURATION));
	}

	@Test
	void aspectsOfSpringBootCountAndTime() {
		leave();
		this.application = new RunningApplication("--spring.profiles.active=" + BenchmarkApplication.BOOT_ASPECTS,
				"--" + BenchmarkApplication.BOOT_ASPECTS_ENABLED);
		enter();

		call(this.benchmarks::timedAndCountedByBoot);

		MeterRegistry registry = this.application.registry();
		assertThat(registry.get(AnnotatedFunction.CALLS).counter().count()).isEqualTo(CALLS);
		assertTimed(registry.get(AnnotatedFunction.DURATION).timer());
	}

	@Test
	void deniedMetersRecordNothing() {
		leave();
		this.application = new RunningApplication("--spring.profiles.active=" + BenchmarkApplication.DENIED_METERS);
		enter();
		ContentionBenchmarks withoutMeters = new ContentionBenchmarks();

		call(withoutMeters::handWritten);
		call(withoutMeters::autometrics);

		assertThat(AopUtils.isCglibProxy(this.application.measured)).isTrue();
		assertThat(this.application.registry().getMeters()).isEmpty();
	}

	@Test
	void exposedEndpointKeepsCallersAndDurations() {
		leave();
		this.application = new RunningApplication("--" + RunningApplication.EXPOSED);
		enter();

		call(this.benchmarks::autometricsExposed);

		CallHistory history = this.application.bean(CallHistory.class);
		FunctionId function = new FunctionId(MeasuredFunction.class.getName(), "call");
		assertThat(history.durations(function).calls()).isEqualTo(CALLS);
	}

	@Test
	void observationIsCountedAndTimed() {
		call(this.benchmarks::observed);

		assertThat(AopUtils.isCglibProxy(this.application.observed)).isTrue();
		assertTimed(timer(ObservedFunction.CALLS));
	}

	@Test
	void spanIsRecordedWhileItsFunctionRuns() {
		assertThat(AopUtils.isCglibProxy(this.application.span)).isTrue();
		assertThat(((Advised) this.application.span).getAdvisors())
			.anyMatch((advisor) -> advisor.toString().contains("WithSpan"));
		call(this.benchmarks::withSpan);
	}

	private void call(Call call) {
		for (int i = 0; i < CALLS; i++) {
			assertThat(call.of(this.application, this.caller)).isEqualTo(this.caller.argument);
		}
	}

	private Counter counter(String name) {
		return this.registry.get(name).counter();
	}

	private Timer timer(String name) {
		return this.registry.get(name).timer();
	}

	private static void assertTimed(Timer timer) {
		assertThat(timer.count()).isEqualTo(CALLS);
		assertThat(timer.totalTime(TimeUnit.NANOSECONDS)).isPositive();
		assertThat(timer.takeSnapshot().histogramCounts()).hasSize(BUCKETS);
	}

	private double everythingRecorded() {
		return this.registry.getMeters()
			.stream()
			.filter((meter) -> meter.getId().getName().contains("calls"))
			.mapToDouble(VariantTests::recorded)
			.sum();
	}

	private static double recorded(Meter meter) {
		if (meter instanceof Timer timer) {
			return timer.count();
		}
		return (meter instanceof Counter counter) ? counter.count() : 0;
	}

	private interface Call {

		String of(RunningApplication application, Caller caller);

	}

}
