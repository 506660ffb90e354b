package dev.autometrics.benchmarks;

import dev.autometrics.instrument.CallRecorder;
import dev.autometrics.instrument.FunctionRecorder;
import dev.autometrics.interceptor.InstrumentedFunctionSource;
import dev.autometrics.model.InstrumentedFunction;
import io.micrometer.core.instrument.MeterRegistry;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The application of a fork, with the beans that are called. All variants live in every
 * fork, and the {@link Neighbours} have been called often, so that no variant finds
 * Spring's call sites to itself.
 */
@State(Scope.Benchmark)
public class RunningApplication {

	/**
	 * Property that exposes the endpoint, so that callers and durations are kept in
	 * memory.
	 */
	static final String EXPOSED = "management.endpoints.web.exposure.include=autometrics";

	private final ConfigurableApplicationContext context;

	final PlainFunction plain;

	final InterceptedFunction intercepted;

	final HandWrittenFunction handWritten;

	final MeasuredFunction measured;

	final AnnotatedFunction annotated;

	final ObservedFunction observed;

	final SpanFunction span;

	final InterceptedCompletions interceptedCompletions;

	final MeasuredCompletions measuredCompletions;

	final HandWrittenCompletions handWrittenCompletions;

	public RunningApplication() {
		this(new String[0]);
	}

	RunningApplication(String... arguments) {
		this.context = new SpringApplicationBuilder(BenchmarkApplication.class).web(WebApplicationType.NONE)
			.properties(BenchmarkApplication.PROPERTIES)
			.run(arguments);
		this.plain = this.context.getBean(PlainFunction.class);
		this.intercepted = this.context.getBean(InterceptedFunction.class);
		this.handWritten = this.context.getBean(HandWrittenFunction.class);
		this.measured = this.context.getBean(MeasuredFunction.class);
		this.annotated = this.context.getBean(AnnotatedFunction.class);
		this.observed = this.context.getBean(ObservedFunction.class);
		this.span = this.context.getBean(SpanFunction.class);
		this.interceptedCompletions = this.context.getBean(InterceptedCompletions.class);
		this.measuredCompletions = this.context.getBean(MeasuredCompletions.class);
		this.handWrittenCompletions = this.context.getBean(HandWrittenCompletions.class);
		this.context.getBean(Neighbours.class).callAll();
	}

	/**
	 * Return the library's recorder of the function that calls.
	 * @return what the library takes for the caller while that function runs
	 */
	FunctionRecorder caller() {
		InstrumentedFunction function = this.context.getBean(InstrumentedFunctionSource.class)
			.getFunctions(CallingFunction.class)
			.iterator()
			.next();
		return this.context.getBean(CallRecorder.class).recorderOf(function);
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	MeterRegistry registry() {
		return this.context.getBean(MeterRegistry.class);
	}

	@TearDown
	public void close() {
		this.context.close();
	}

}
