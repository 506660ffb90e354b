package dev.autometrics.interceptor;

import java.lang.reflect.Method;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import dev.autometrics.Autometrics;
import dev.autometrics.Result;
import dev.autometrics.instrument.CallRecorder;
import dev.autometrics.instrument.Limits;
import dev.autometrics.instrument.MicrometerTracker;
import dev.autometrics.instrument.RecordingFailures;
import dev.autometrics.instrument.TrackerSettings;
import dev.autometrics.live.LiveFigures;
import dev.autometrics.model.BuildInfo;
import dev.autometrics.model.BuildInfo.Repository;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.Objectives;
import dev.autometrics.problems.ProblemMode;
import dev.autometrics.problems.Problems;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.aop.framework.ProxyFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What a call asks for, counted by doubles: the clock, the source of functions, the
 * registry, the classifiers, the adapters.
 */
class HotPathTests {

	private static final int CALLS = 5;

	private final AtomicInteger clockReads = new AtomicInteger();

	private final AtomicInteger functionLookups = new AtomicInteger();

	private final AtomicInteger meterLookups = new AtomicInteger();

	private final AtomicInteger classifications = new AtomicInteger();

	private final Problems problems = new Problems(ProblemMode.WARN);

	private final LiveFigures figures = new LiveFigures(InstantSource.system());

	private final CallRecorder recorder = new CallRecorder(this.figures, this.clockReads::getAndIncrement,
			CallRecorder.Settings.DEFAULT, this.problems);

	private final CompletionAdapters adapters = new CompletionAdapters();

	private final ResultClassifiers classifiers = new ResultClassifiers(new RecordingFailures(this.problems));

	private final Service service = proxy();

	@BeforeEach
	void open() {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		registry.config().meterFilter(new MeterFilter() {

			@Override
			public Meter.Id map(Meter.Id id) {
				HotPathTests.this.meterLookups.incrementAndGet();
				return id;
			}

		});
		this.classifiers.set(List.of(this::classify));
		this.adapters.add(List.of());
		this.figures.detail(new LiveFigures.Details((id) -> new long[] { 1000 }, 10));
		this.recorder.open(new MicrometerTracker(registry, new BuildInfo("shop", "", "", "", Repository.UNKNOWN),
				new TrackerSettings(List.of(Duration.ofSeconds(1)), Objectives.NONE, Limits.DEFAULT), this.problems));
		callAll();
		this.clockReads.set(0);
		this.functionLookups.set(0);
		this.meterLookups.set(0);
		this.classifications.set(0);
	}

	@Test
	void synchronousCallReadsTheClockTwice() {
		call(this.service::value);

		assertThat(this.clockReads).hasValue(2 * CALLS);
	}

	@Test
	void failingCallReadsTheClockTwice() {
		call(this::fail);

		assertThat(this.clockReads).hasValue(2 * CALLS);
	}

	@Test
	void callWithAnExpressionReadsTheClockTwice() {
		call(this.service::valueWithExpression);

		assertThat(this.clockReads).hasValue(2 * CALLS);
	}

	@Test
	void futureReadsTheClockTwice() {
		call(() -> this.service.future().join());

		assertThat(this.clockReads).hasValue(2 * CALLS);
	}

	@Test
	void subscriptionReadsTheClockTwiceAndTheInvocationOnce() {
		call(this.service::mono);
		assertThat(this.clockReads).hasValue(CALLS);

		call(() -> this.service.mono().block());
		call(() -> this.service.monoOfCallable().block());
		assertThat(this.clockReads).hasValue(CALLS + 2 * 3 * CALLS);
	}

	@Test
	void knownMethodsAndMetersAreNotLookedUp() {
		call(this::callAll);

		assertThat(this.functionLookups).hasValue(0);
		assertThat(this.meterLookups).hasValue(0);
	}

	@Test
	void everyEndIsClassifiedOnce() {
		call(this.service::value);
		call(this::fail);
		call(() -> this.service.future().join());
		call(() -> this.service.mono().block());
		call(() -> this.service.monoOfCallable().block());

		assertThat(this.classifications).hasValue(5 * CALLS);
	}

	private void callAll() {
		this.service.value();
		this.service.valueWithExpression();
		fail();
		this.service.future().join();
		this.service.mono().block();
		this.service.monoOfCallable().block();
	}

	private void fail() {
		assertThatIllegalStateException().isThrownBy(this.service::fail);
	}

	private static void call(Runnable call) {
		for (int i = 0; i < CALLS; i++) {
			call.run();
		}
	}

	private @Nullable Result classify(@Nullable Object value, @Nullable Throwable failure) {
		this.classifications.incrementAndGet();
		return null;
	}

	private Service proxy() {
		ProxyFactory factory = new ProxyFactory(new Service());
		factory.setProxyTargetClass(true);
		factory.addAdvice(new AutometricsInterceptor(new CountingSource(),
				new MeasuredMethods(this.recorder, this.adapters, this.classifiers)));
		return (Service) factory.getProxy();
	}

	@Autometrics
	static class Service {

		String value() {
			return "value";
		}

		@Autometrics(errorIf = "#result == 'error'")
		String valueWithExpression() {
			return "value";
		}

		void fail() {
			throw new IllegalStateException("Fails every time");
		}

		CompletableFuture<String> future() {
			return CompletableFuture.completedFuture("value");
		}

		Mono<String> mono() {
			return Mono.just("value");
		}

		Mono<String> monoOfCallable() {
			return Mono.fromCallable(() -> "value");
		}

	}

	private final class CountingSource implements InstrumentedFunctionSource {

		private final InstrumentedFunctionSource source = new AnnotationFunctionSource(FunctionLabelStyle.METHOD, false,
				TypeSelection.NONE, MethodReach.PROXY);

		@Override
		public @Nullable InstrumentedFunction getFunction(Method method, Class<?> targetClass) {
			HotPathTests.this.functionLookups.incrementAndGet();
			return this.source.getFunction(method, targetClass);
		}

		@Override
		public Collection<InstrumentedFunction> getFunctions(Class<?> targetClass) {
			return this.source.getFunctions(targetClass);
		}

	}

}
