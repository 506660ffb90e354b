package dev.autometrics.interceptor;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

import dev.autometrics.Autometrics;
import dev.autometrics.instrument.CallRecorder;
import dev.autometrics.instrument.CallerContext;
import dev.autometrics.instrument.Limits;
import dev.autometrics.instrument.MicrometerTracker;
import dev.autometrics.instrument.RecordingFailures;
import dev.autometrics.instrument.TrackerSettings;
import dev.autometrics.live.LiveFigures;
import dev.autometrics.model.BuildInfo;
import dev.autometrics.model.BuildInfo.Repository;
import dev.autometrics.model.Objectives;
import dev.autometrics.problems.ProblemMode;
import dev.autometrics.problems.Problems;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.aop.framework.ProxyFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for {@link AutometricsInterceptor}.
 */
class AutometricsInterceptorTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final AtomicLong time = new AtomicLong();

	private final Problems problems = new Problems(ProblemMode.WARN);

	private final CallRecorder recorder = new CallRecorder(new LiveFigures(InstantSource.system()), this.time::get,
			CallRecorder.Settings.DEFAULT, this.problems);

	private final AutometricsInterceptor interceptor = new AutometricsInterceptor(
			new AnnotationFunctionSource(FunctionLabelStyle.METHOD, false, TypeSelection.NONE, MethodReach.PROXY),
			new MeasuredMethods(this.recorder, new CompletionAdapters(),
					new ResultClassifiers(new RecordingFailures(this.problems))));

	@BeforeEach
	void open() {
		BuildInfo buildInfo = new BuildInfo("shop", "", "", "", Repository.UNKNOWN);
		this.recorder.open(new MicrometerTracker(this.registry, buildInfo,
				new TrackerSettings(List.of(Duration.ofSeconds(1)), Objectives.NONE, Limits.DEFAULT), this.problems));
	}

	@AfterEach
	void leavesNoFunctionOnTheThread() {
		assertThat(CallerContext.frame()).containsOnlyNulls();
	}

	@Test
	void handsTheValueOn() {
		Object value = new Object();

		assertThat(proxy(new Service(null)).echo(value)).isSameAs(value);
		assertThat(calls()).containsExactlyEntriesOf(Map.of("null > echo ok", 1.0));
	}

	@ParameterizedTest
	@MethodSource
	void rethrowsTheVerySameObjectAndCountsAnError(Throwable thrown) {
		Throwable caught = catchThrowable(() -> proxy(new Service(null)).fail(thrown));

		assertThat(caught).isSameAs(thrown);
		assertThat(calls()).containsExactlyEntriesOf(Map.of("null > fail error", 1.0));
	}

	static List<Throwable> rethrowsTheVerySameObjectAndCountsAnError() {
		return List.of(new IOException("checked"), new IllegalStateException("unchecked"), new StackOverflowError(),
				new AssertionError("error"));
	}

	@Test
	void callerIsTheNearestInstrumentedFunction() {
		Service inner = proxy(new Service(null));
		Service uninstrumented = new Service(inner);
		Service outer = proxy(new Service(uninstrumented));

		outer.delegate();

		assertThat(calls())
			.containsExactlyInAnyOrderEntriesOf(Map.of("null > delegate ok", 1.0, "delegate > delegate ok", 1.0));
	}

	@Test
	void callerIsRestoredAfterAFailure() throws Exception {
		Service failing = proxy(new Service(null));
		Service outer = proxy(new Service(failing));

		outer.tryToFailAndDelegate();

		assertThat(calls()).containsExactlyInAnyOrderEntriesOf(Map.of("null > tryToFailAndDelegate ok", 1.0,
				"tryToFailAndDelegate > fail error", 1.0, "tryToFailAndDelegate > delegate ok", 1.0));
	}

	@Test
	void beansThatShareAnInterfaceMethodAreToldApart() {
		Greeter first = proxyOfInterface(new FirstGreeter());
		Greeter second = proxyOfInterface(new SecondGreeter());

		first.greet();
		second.greet();
		second.greet();

		assertThat(this.registry.get("function.calls")
			.tags("module", FirstGreeter.class.getName(), "result", "ok")
			.counter()
			.count()).isOne();
		assertThat(this.registry.get("function.calls")
			.tags("module", SecondGreeter.class.getName(), "result", "ok")
			.counter()
			.count()).isEqualTo(2);
	}

	@Test
	void methodThatIsNoFunctionIsLeftAlone() {
		assertThat(proxy(new Service(null)).unmarked()).isEqualTo("unmarked");
		assertThat(this.registry.getMeters()).isEmpty();
	}

	private Map<String, Double> calls() {
		Map<String, Double> calls = new TreeMap<>();
		for (Counter counter : this.registry.get("function.calls").counters()) {
			String caller = counter.getId().getTag("caller.function");
			if (counter.count() > 0) {
				calls.put("%s > %s %s".formatted(caller.isEmpty() ? null : caller, counter.getId().getTag("function"),
						counter.getId().getTag("result")), counter.count());
			}
		}
		return calls;
	}

	private Service proxy(Service target) {
		ProxyFactory factory = new ProxyFactory(target);
		factory.setProxyTargetClass(true);
		factory.addAdvice(this.interceptor);
		return (Service) factory.getProxy();
	}

	private Greeter proxyOfInterface(Greeter target) {
		ProxyFactory factory = new ProxyFactory(target);
		factory.addAdvice(this.interceptor);
		return (Greeter) factory.getProxy();
	}

	static class Service {

		private final Service other;

		Service(Service other) {
			this.other = other;
		}

		@Autometrics
		Object echo(Object value) {
			return value;
		}

		@Autometrics
		void fail(Throwable thrown) throws Exception {
			if (thrown instanceof Error error) {
				throw error;
			}
			throw (Exception) thrown;
		}

		@Autometrics
		void delegate() {
			if (this.other != null) {
				this.other.delegate();
			}
		}

		@Autometrics
		void tryToFailAndDelegate() throws Exception {
			try {
				this.other.fail(new IOException("expected"));
			}
			catch (IOException ex) {
				this.other.delegate();
			}
		}

		String unmarked() {
			return "unmarked";
		}

	}

	@Autometrics
	interface Greeter {

		void greet();

	}

	static class FirstGreeter implements Greeter {

		@Override
		public void greet() {
		}

	}

	static class SecondGreeter implements Greeter {

		@Override
		public void greet() {
		}

	}

}
