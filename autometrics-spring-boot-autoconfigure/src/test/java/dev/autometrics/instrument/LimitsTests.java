package dev.autometrics.instrument;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;

import dev.autometrics.Result;
import dev.autometrics.live.LiveFigures;
import dev.autometrics.model.BuildInfo;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.Objectives;
import dev.autometrics.model.ResultSettings;
import dev.autometrics.problems.Problem;
import dev.autometrics.problems.ProblemMode;
import dev.autometrics.problems.Problems;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Limits}.
 */
class LimitsTests {

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final Problems problems = new Problems(ProblemMode.WARN);

	private final CallRecorder recorder = new CallRecorder(new LiveFigures(InstantSource.system()), System::nanoTime,
			CallRecorder.Settings.DEFAULT, this.problems);

	@Test
	void callsOfFurtherCallersCountWithoutOne() {
		open(new Limits(300, 2, 10_000));
		FunctionRecorder place = recorderOf("place");

		for (int i = 0; i < 5; i++) {
			place.end(recorderOf("caller" + i), place.start(), Result.OK);
			place.end(recorderOf("caller" + i), place.start(), Result.ERROR);
		}
		place.end(null, place.start(), Result.OK);

		assertThat(calls("place", "caller0", "ok")).isOne();
		assertThat(calls("place", "caller1", "error")).isOne();
		assertThat(this.registry.find("function.calls").tag("caller.function", "caller2").meters()).isEmpty();
		assertThat(calls("place", "", "ok")).isEqualTo(4);
		assertThat(calls("place", "", "error")).isEqualTo(3);
		assertThat(this.problems.snapshot()).extracting(Problem::toString)
			.containsExactly(
					"AM-116 shop.place: It has more than 2 callers. Calls of further ones are counted without a "
							+ "caller. Raise autometrics.limits.callers, or set autometrics.callers.enabled=false. "
							+ "(docs/problems.md#am-116)");
	}

	@Test
	void callersThatAreKnownStayKnownBeyondTheLimit() {
		open(new Limits(300, 1, 10_000));
		FunctionRecorder place = recorderOf("place");
		FunctionRecorder known = recorderOf("known");
		place.end(known, place.start(), Result.OK);
		place.end(recorderOf("other"), place.start(), Result.OK);

		place.end(known, place.start(), Result.OK);

		assertThat(calls("place", "known", "ok")).isEqualTo(2);
	}

	@Test
	void noLimitIsReachedByFunctionsWithoutCallers() {
		open(new Limits(2, 20, 10));

		recorderOf("place");
		recorderOf("cancel");

		assertThat(this.problems.snapshot()).isEmpty();
		assertThat(this.registry.find("function.calls").counters()).hasSize(4);
	}

	@Test
	void seriesEndWithCallersNotWithFunctions() {
		// One bucket and that without a bound, count, sum, maximum, and two counters.
		open(new Limits(300, 20, 3 * 7 + 2));
		FunctionRecorder place = recorderOf("place");
		FunctionRecorder first = recorderOf("first");
		FunctionRecorder second = recorderOf("second");

		place.end(first, place.start(), Result.OK);
		place.end(second, place.start(), Result.OK);
		recorderOf("later");

		assertThat(calls("place", "first", "ok")).isOne();
		assertThat(calls("place", "", "ok")).isOne();
		assertThat(calls("later", "", "ok")).isZero();
		assertThat(this.problems.snapshot()).extracting(Problem::toString)
			.containsExactly("AM-117 autometrics.limits.series: There are 23 series of functions. Calls of further "
					+ "callers are counted without a caller. Raise the limit, measure fewer functions, or set "
					+ "autometrics.callers.enabled=false. (docs/problems.md#am-117)");
	}

	@Test
	void tooManyFunctionsAreMeasuredAndTold() {
		open(new Limits(1, 20, 10_000));

		recorderOf("place");
		recorderOf("cancel");
		recorderOf("ship");

		assertThat(calls("ship", "", "ok")).isZero();
		assertThat(this.problems.snapshot()).extracting(Problem::toString)
			.containsExactly(
					"AM-104 autometrics.limits.functions: More than 1 functions are measured, at some 20 series "
							+ "each. Leave some out with @SkipAutometrics or autometrics.exclude, or raise the limit. "
							+ "(docs/problems.md#am-104)");
	}

	@Test
	void earlyCallsOfAllFunctionsTogetherAreBounded() {
		FunctionRecorder place = recorderOf("place");
		FunctionRecorder cancel = recorderOf("cancel");
		for (int i = 0; i < EarlyCalls.LIMIT - 10; i++) {
			place.end(null, place.start(), Result.OK);
		}
		for (int i = 0; i < 25; i++) {
			cancel.end(null, cancel.start(), Result.OK);
		}

		open(Limits.DEFAULT);

		assertThat(calls("place", "", "ok")).isEqualTo(EarlyCalls.LIMIT - 10);
		assertThat(calls("cancel", "", "ok")).isEqualTo(10);
		assertThat(this.problems.snapshot()).extracting(Problem::place, Problem::message)
			.containsExactly(Tuple.tuple("shop.cancel",
					"15 calls are missing in its metrics: more than 100000 calls of functions ended before the "
							+ "application was ready."));
	}

	private void open(Limits limits) {
		this.recorder
			.open(new MicrometerTracker(this.registry, new BuildInfo("shop", "", "", "", BuildInfo.Repository.UNKNOWN),
					new TrackerSettings(List.of(Duration.ofSeconds(1)), Objectives.NONE, limits), this.problems));
	}

	private FunctionRecorder recorderOf(String name) {
		return this.recorder.recorderOf(new InstrumentedFunction(new FunctionId("shop", name), name + "()", null, false,
				ResultSettings.DEFAULT, Collections.emptySortedSet()));
	}

	private double calls(String function, String caller, String result) {
		Counter counter = this.registry.get("function.calls")
			.tags("function", function, "caller.function", caller, "result", result)
			.counter();
		return counter.count();
	}

}
