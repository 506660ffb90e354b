package dev.autometrics.interceptor;

import java.time.InstantSource;

import dev.autometrics.AutometricsFunction;
import dev.autometrics.FunctionOptions;
import dev.autometrics.instrument.CallRecorder;
import dev.autometrics.instrument.RecordingFailures;
import dev.autometrics.live.LiveFigures;
import dev.autometrics.model.FunctionCatalog;
import dev.autometrics.model.FunctionId;
import dev.autometrics.problems.Problem;
import dev.autometrics.problems.ProblemMode;
import dev.autometrics.problems.Problems;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link BlockTemplate}.
 */
class BlockTemplateTests {

	private static final String HERE = BlockTemplateTests.class.getName();

	private final Problems problems = new Problems(ProblemMode.WARN);

	private final FunctionCatalog catalog = new FunctionCatalog();

	private final LiveFigures figures = new LiveFigures(InstantSource.system());

	private final CallRecorder recorder = new CallRecorder(this.figures, System::nanoTime,
			CallRecorder.Settings.DEFAULT, this.problems);

	private final BlockTemplate template = new BlockTemplate(this.catalog,
			new MeasuredMethods(this.recorder, new CompletionAdapters(),
					new ResultClassifiers(new RecordingFailures(this.problems))),
			new BlockTemplate.Settings(FunctionLabelStyle.METHOD, false, 2), this.problems);

	@Test
	void sameNameIsTheSameFunction() {
		assertThat(function("place")).isSameAs(function("place"));
		assertThat(function("place")).isNotSameAs(function("cancel"));
	}

	@Test
	void namesMadeOfDataDoNotFillTheMemory() {
		for (int i = 0; i < 5; i++) {
			function("order" + i).call(() -> "value");
		}
		function("order1").call(() -> "value");
		assertThatIllegalStateException().isThrownBy(() -> function("order7").call(() -> {
			throw new IllegalStateException();
		}));

		assertThat(this.catalog.snapshot()).extracting((function) -> function.id().function())
			.containsExactly("_other_", "order0", "order1");
		assertThat(this.figures.of(new FunctionId(HERE, "order1")).calls()).isEqualTo(2);
		assertThat(this.figures.of(new FunctionId(HERE, "_other_")).calls()).isEqualTo(4);
		assertThat(this.figures.of(new FunctionId(HERE, "_other_")).errors()).isOne();
		assertThat(this.problems.snapshot()).extracting(Problem::toString)
			.containsExactly(
					"AM-104 AutometricsTemplate: It has been asked for more than 2 functions. Further ones of a "
							+ "type are measured as its function _other_. Take names from the code, not from data, or raise "
							+ "autometrics.limits.functions. (docs/problems.md#am-104)");
	}

	private AutometricsFunction function(String name) {
		return this.template.function(BlockTemplateTests.class, name, FunctionOptions.DEFAULT);
	}

}
