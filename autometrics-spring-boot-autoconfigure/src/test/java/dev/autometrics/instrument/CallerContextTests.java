package dev.autometrics.instrument;

import java.time.InstantSource;
import java.util.Collections;
import java.util.Objects;
import java.util.stream.IntStream;

import dev.autometrics.live.LiveFigures;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.ResultSettings;
import dev.autometrics.problems.ProblemMode;
import dev.autometrics.problems.Problems;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CallerContext}.
 */
class CallerContextTests {

	private static final int CACHE_LINE = 64;

	private static final int SMALLEST_REFERENCE = 4;

	private final FunctionRecorder function = new CallRecorder(new LiveFigures(InstantSource.system()),
			System::nanoTime, CallRecorder.Settings.DEFAULT, new Problems(ProblemMode.WARN))
		.recorderOf(function("place"));

	@Test
	void functionIsCurrentUntilItIsLeft() {
		@Nullable Object[] frame = CallerContext.frame();

		FunctionRecorder caller = CallerContext.enter(frame, this.function);

		assertThat(caller).isNull();
		assertThat(CallerContext.current()).isSameAs(this.function);
		assertThat(CallerContext.enter(frame, null)).isSameAs(this.function);
		CallerContext.leave(frame, caller);
		assertThat(frame).containsOnlyNulls();
	}

	@Test
	void functionsOfTwoThreadsNeverShareACacheLine() {
		@Nullable Object[] frame = CallerContext.frame();

		CallerContext.enter(frame, this.function);

		int written = IntStream.range(0, frame.length)
			.filter((i) -> Objects.nonNull(frame[i]))
			.reduce((first, second) -> -1)
			.orElseThrow();
		CallerContext.leave(frame, null);
		assertThat(written * SMALLEST_REFERENCE).isGreaterThanOrEqualTo(CACHE_LINE);
		assertThat((frame.length - 1 - written) * SMALLEST_REFERENCE).isGreaterThanOrEqualTo(CACHE_LINE);
	}

	private static InstrumentedFunction function(String name) {
		return new InstrumentedFunction(new FunctionId("module", name), name + "()", null, false,
				ResultSettings.DEFAULT, Collections.emptySortedSet());
	}

}
