package dev.autometrics.instrument;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import dev.autometrics.Result;
import dev.autometrics.live.FunctionFigures;
import dev.autometrics.live.LiveFigures;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.ResultSettings;
import dev.autometrics.problems.ProblemMode;
import dev.autometrics.problems.Problems;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Call}.
 */
class CallTests {

	private static final FunctionId ID = new FunctionId("module", "place");

	private final AtomicLong time = new AtomicLong();

	private final LiveFigures figures = new LiveFigures(InstantSource.system());

	private final List<String> recorded = new ArrayList<>();

	@Test
	void firstEndCounts() {
		Call call = function(CallRecorder.Settings.DEFAULT).call(null, ResultRule.DEFAULT);
		this.time.set(7);
		call.complete("value");
		this.time.set(9);
		call.fail(new IllegalStateException());
		call.cancel();
		call.complete(null);

		assertThat(this.recorded).containsExactly("OK after 7");
	}

	@Test
	void failureAndCancellationEndACall() {
		FunctionRecorder function = function(CallRecorder.Settings.DEFAULT);
		function.call(null, ResultRule.DEFAULT).fail(new IllegalStateException());
		function.call(null, ResultRule.DEFAULT).cancel();
		function(new CallRecorder.Settings(true, Result.ERROR)).call(null, ResultRule.DEFAULT).cancel();

		assertThat(this.recorded).containsExactly("ERROR after 0", "OK after 0", "ERROR after 0");
	}

	@Test
	void isUnderWayUntilItEnds() {
		FunctionFigures figures = this.figures.of(ID);
		Call call = function(CallRecorder.Settings.DEFAULT).call(null, ResultRule.DEFAULT);
		assertThat(figures.concurrent()).isOne();

		call.complete(null);
		call.complete(null);
		assertThat(figures.concurrent()).isZero();
		assertThat(figures.calls()).isOne();
	}

	@Test
	void callThatIsNoneLeavesNoTrace() {
		Call call = function(CallRecorder.Settings.DEFAULT).call(null, ResultRule.DEFAULT);

		call.discard();
		call.complete(null);

		assertThat(this.recorded).isEmpty();
		assertThat(this.figures.of(ID).calls()).isZero();
		assertThat(this.figures.of(ID).concurrent()).isZero();
	}

	private FunctionRecorder function(CallRecorder.Settings settings) {
		CallRecorder recorder = new CallRecorder(this.figures, this.time::get, settings, new Problems(ProblemMode.OFF));
		recorder.open(new Tracker() {

			@Override
			public FunctionMeters register(InstrumentedFunction function, FunctionFigures figures) {
				return (caller, result, nanos) -> CallTests.this.recorded.add(result + " after " + nanos);
			}

			@Override
			public void publishBuildInfo() {
			}

		});
		return recorder.recorderOf(new InstrumentedFunction(ID, "place()", null, false, ResultSettings.DEFAULT,
				Collections.emptySortedSet()));
	}

}
