package dev.autometrics.benchmarks;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import reactor.core.publisher.Mono;

/**
 * Whole calls that end in various ways, see {@link Completion}: each through a proxy that
 * does nothing, and through the library.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class CompletionBenchmarks {

	private static final int ROUNDS = Integer.getInteger(Neighbours.ROUNDS_PROPERTY, 20_000);

	private final IllegalStateException exception = new IllegalStateException("Thrown by every call");

	/**
	 * Call everything in turn, so that none finds the library's call sites to itself.
	 * @param application the application
	 * @param caller the caller
	 * @param blackhole for what the calls return
	 */
	@Setup
	public void callAll(RunningApplication application, Caller caller, Blackhole blackhole) {
		for (int round = 0; round < ROUNDS; round++) {
			blackhole.consume(proxiedValue(application, caller));
			blackhole.consume(measuredValue(application, caller));
			blackhole.consume(measuredValueWithOkFor(application, caller));
			blackhole.consume(proxiedFuture(application, caller));
			blackhole.consume(measuredFuture(application, caller));
			blackhole.consume(proxiedMono(application, caller));
			blackhole.consume(measuredMono(application, caller));
			blackhole.consume(proxiedMonoOfCallable(application, caller));
			blackhole.consume(measuredMonoOfCallable(application, caller));
			blackhole.consume(proxiedException(application, caller));
			blackhole.consume(measuredException(application, caller));
			blackhole.consume(measuredExceptionWithOkFor(application, caller));
			blackhole.consume(handWrittenValue(application, caller));
			blackhole.consume(handWrittenException(application, caller));
		}
	}

	@Benchmark
	public String proxiedValue(RunningApplication application, Caller caller) {
		return application.interceptedCompletions.value(caller.argument);
	}

	@Benchmark
	public String measuredValue(RunningApplication application, Caller caller) {
		return application.measuredCompletions.value(caller.argument);
	}

	@Benchmark
	public String measuredValueWithOkFor(RunningApplication application, Caller caller) {
		return application.measuredCompletions.valueWithOkFor(caller.argument);
	}

	@Benchmark
	@Fork(jvmArgsAppend = "-Dspring.profiles.active=" + TextClassifier.PROFILE)
	public String measuredValueWithClassifier(RunningApplication application, Caller caller) {
		return application.measuredCompletions.value(caller.argument);
	}

	@Benchmark
	public CompletableFuture<String> proxiedFuture(RunningApplication application, Caller caller) {
		return application.interceptedCompletions.future(caller.argument);
	}

	@Benchmark
	public CompletableFuture<String> measuredFuture(RunningApplication application, Caller caller) {
		return application.measuredCompletions.future(caller.argument);
	}

	@Benchmark
	public @Nullable String proxiedMono(RunningApplication application, Caller caller) {
		return valueOf(application.interceptedCompletions.mono(caller.argument));
	}

	@Benchmark
	public @Nullable String measuredMono(RunningApplication application, Caller caller) {
		return valueOf(application.measuredCompletions.mono(caller.argument));
	}

	@Benchmark
	public @Nullable String proxiedMonoOfCallable(RunningApplication application, Caller caller) {
		return valueOf(application.interceptedCompletions.monoOfCallable(caller.argument));
	}

	@Benchmark
	public @Nullable String measuredMonoOfCallable(RunningApplication application, Caller caller) {
		return valueOf(application.measuredCompletions.monoOfCallable(caller.argument));
	}

	private static @Nullable String valueOf(Mono<String> mono) {
		ValueSubscriber subscriber = new ValueSubscriber();
		mono.subscribe(subscriber);
		return subscriber.value;
	}

	@Benchmark
	public Object proxiedException(RunningApplication application, Caller caller) {
		try {
			return application.interceptedCompletions.exception(this.exception);
		}
		catch (IllegalStateException ex) {
			return ex;
		}
	}

	@Benchmark
	public Object measuredException(RunningApplication application, Caller caller) {
		try {
			return application.measuredCompletions.exception(this.exception);
		}
		catch (IllegalStateException ex) {
			return ex;
		}
	}

	@Benchmark
	public Object measuredExceptionWithOkFor(RunningApplication application, Caller caller) {
		try {
			return application.measuredCompletions.exceptionWithOkFor(this.exception);
		}
		catch (IllegalStateException ex) {
			return ex;
		}
	}

	@Benchmark
	public String handWrittenValue(RunningApplication application, Caller caller) {
		return application.handWrittenCompletions.value(caller.argument);
	}

	@Benchmark
	public Object handWrittenException(RunningApplication application, Caller caller) {
		try {
			return application.handWrittenCompletions.exception(this.exception);
		}
		catch (IllegalStateException ex) {
			return ex;
		}
	}

}
