package dev.autometrics.benchmarks;

import java.util.function.ToIntFunction;
import java.util.stream.Stream;

import dev.autometrics.model.Label;
import dev.autometrics.model.Metric;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.aop.support.AopUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each function that is called in turn is recorded once in a turn, by what its variant
 * claims.
 */
class TurnBenchmarksTests {

	private final TurnBenchmarks benchmarks = new TurnBenchmarks();

	private final TurnApplication application = new TurnApplication();

	@AfterEach
	void close() {
		this.application.close();
	}

	@Test
	void beansHaveProxiesWhereTheyAreIntercepted() {
		assertThat(this.application.plain).noneMatch(AopUtils::isAopProxy);
		assertThat(this.application.handWritten).noneMatch(AopUtils::isAopProxy);
		assertThat(this.application.intercepted).allMatch(AopUtils::isCglibProxy);
		assertThat(this.application.measured).allMatch(AopUtils::isCglibProxy);
	}

	@Test
	void turnCallsEveryFunctionOnce() {
		assertRecorded(this.benchmarks::plain, 0, 0);
		assertRecorded(this.benchmarks::emptyProxy, 0, 0);
		assertRecorded(this.benchmarks::handWritten, 1, 0);
		assertRecorded(this.benchmarks::autometrics, 0, 1);
	}

	private void assertRecorded(ToIntFunction<TurnApplication> turn, int byHand, int byLibrary) {
		double[] handWrittenBefore = handWritten();
		double[] measuredBefore = measured();

		assertThat(turn.applyAsInt(this.application)).isEqualTo(TurnBenchmarks.CALLS * "argument".length());

		assertThat(growth(handWrittenBefore, handWritten())).hasSize(TurnBenchmarks.CALLS).containsOnly(byHand);
		assertThat(growth(measuredBefore, measured())).hasSize(TurnBenchmarks.CALLS).containsOnly(byLibrary);
	}

	private static double[] growth(double[] before, double[] after) {
		double[] growth = new double[after.length];
		for (int i = 0; i < after.length; i++) {
			growth[i] = after[i] - before[i];
		}
		return growth;
	}

	private double[] handWritten() {
		return counts(registry().get(HandWrittenTurnFunctions.CALLS).counters().stream());
	}

	private double[] measured() {
		return counts(registry().get(Metric.CALLS.dotted())
			.tag(Label.RESULT.dotted(), "ok")
			.counters()
			.stream()
			.filter((counter) -> String.valueOf(counter.getId().getTag(Label.MODULE.dotted()))
				.contains("MeasuredTurn")));
	}

	private static double[] counts(Stream<Counter> counters) {
		return counters.sorted((first, second) -> first.getId().toString().compareTo(second.getId().toString()))
			.mapToDouble(Counter::count)
			.toArray();
	}

	private MeterRegistry registry() {
		return this.application.registry();
	}

}
