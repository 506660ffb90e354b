package dev.autometrics.benchmarks;

import java.util.List;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * An application with a hundred functions of twenty beans for each variant. All of them
 * have been called in turn before one variant is measured.
 */
@State(Scope.Benchmark)
public class TurnApplication {

	private static final int ROUNDS = 1000;

	private final ConfigurableApplicationContext context;

	final TurnFunctions[] plain;

	final TurnFunctions[] intercepted;

	final TurnFunctions[] handWritten;

	final TurnFunctions[] measured;

	public TurnApplication() {
		this.context = new SpringApplicationBuilder(BenchmarkApplication.class).web(WebApplicationType.NONE)
			.properties(BenchmarkApplication.PROPERTIES)
			.initializers((ApplicationContextInitializer<GenericApplicationContext>) (context) -> Stream
				.of(TurnClasses.PLAIN, TurnClasses.INTERCEPTED, TurnClasses.HAND_WRITTEN, TurnClasses.MEASURED)
				.flatMap(List::stream)
				.forEach(context::registerBean))
			.run();
		this.plain = beans(TurnClasses.PLAIN);
		this.intercepted = beans(TurnClasses.INTERCEPTED);
		this.handWritten = beans(TurnClasses.HAND_WRITTEN);
		this.measured = beans(TurnClasses.MEASURED);
		for (TurnFunctions bean : this.handWritten) {
			((HandWrittenTurnFunctions) bean).register(registry());
		}
		this.context.getBean(Neighbours.class).callAll();
		for (int round = 0; round < ROUNDS; round++) {
			Stream.of(this.plain, this.intercepted, this.handWritten, this.measured).forEach(TurnBenchmarks::callAll);
		}
	}

	private TurnFunctions[] beans(List<Class<?>> types) {
		return types.stream().map(this.context::getBean).toArray(TurnFunctions[]::new);
	}

	MeterRegistry registry() {
		return this.context.getBean(MeterRegistry.class);
	}

	@TearDown
	public void close() {
		this.context.close();
	}

}
