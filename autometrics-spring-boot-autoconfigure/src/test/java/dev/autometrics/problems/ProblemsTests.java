package dev.autometrics.problems;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link Problems}.
 */
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTests {

	private static final Problem REJECTED = new Problem(ProblemCode.METER_REJECTED, "function_calls_total", "No.",
			"Try again.");

	private static final Problem DENIED = new Problem(ProblemCode.METER_DENIED, "function_calls_total", "No.",
			"Try again.");

	@Test
	void logsAProblemOnceWithEverythingThereIsToSay(CapturedOutput output) {
		Problems problems = new Problems(ProblemMode.WARN);

		problems.report(REJECTED);
		problems.report(new Problem(ProblemCode.METER_REJECTED, "function_calls_total", "No again.", "Go."));
		problems.report(DENIED);

		assertThat(problems.snapshot()).containsExactly(REJECTED, DENIED);
		assertThat(output).containsOnlyOnce("AM-103");
		assertThat(output).contains(" WARN ", "AM-103 function_calls_total: No. Try again. (docs/problems.md#am-103)");
		assertThat(output).contains(" INFO ", "AM-110 function_calls_total: No. Try again. (docs/problems.md#am-110)");
	}

	@Test
	void listsTheWorstFirst() {
		Problems problems = new Problems(ProblemMode.WARN);
		Problem other = new Problem(ProblemCode.METER_REJECTED, "build_info", "No.", "Try again.");
		Problem method = new Problem(ProblemCode.METHOD_NOT_REACHED, "place", "No.", "Try again.");
		problems.report(DENIED);
		problems.report(REJECTED);
		problems.report(other);
		problems.report(method);

		assertThat(problems.snapshot()).containsExactly(method, other, REJECTED, DENIED);
	}

	@Test
	void ignoresEverythingWhenSwitchedOff(CapturedOutput output) {
		Problems problems = new Problems(ProblemMode.OFF);

		problems.report(REJECTED);

		assertThat(problems.areWanted()).isFalse();
		assertThat(problems.snapshot()).isEmpty();
		assertThat(output).isEmpty();
		assertThatNoException().isThrownBy(problems::checkStart);
	}

	@Test
	void startFailsForWarningsOnly() {
		Problems problems = new Problems(ProblemMode.FAIL);
		problems.report(DENIED);
		assertThatNoException().isThrownBy(problems::checkStart);

		Problems others = new Problems(ProblemMode.FAIL);
		others.report(REJECTED);
		assertThatExceptionOfType(ProblemsFoundException.class).isThrownBy(others::checkStart)
			.satisfies((exception) -> assertThat(exception.problems()).containsExactly(REJECTED));
	}

	@Test
	void problemsAfterTheStartAreLogged(CapturedOutput output) {
		Problems problems = new Problems(ProblemMode.FAIL);
		problems.checkStart();

		problems.report(REJECTED);

		assertThat(output).contains("AM-103");
		assertThat(problems.snapshot()).containsExactly(REJECTED);
	}

	@Test
	void doesNotGrowWithoutBound(CapturedOutput output) {
		Problems problems = new Problems(ProblemMode.WARN);

		for (int i = 0; i < Problems.LIMIT + 10; i++) {
			problems.report(new Problem(ProblemCode.METER_DENIED, "place " + i, "No.", "Try again."));
		}

		assertThat(problems.snapshot()).hasSize(Problems.LIMIT);
		assertThat(output).containsOnlyOnce("There are 1000 problems.");
	}

	@ParameterizedTest
	@EnumSource
	void everyCodeIsExplained(ProblemCode code) throws IOException {
		String docs = Files.readString(Path.of("..", "docs", "problems.md"));
		int section = docs.indexOf("\n## " + code.code() + "\n");

		assertThat(section).as("section of %s", code.code()).isPositive();
		assertThat(docs.substring(section)).contains("`" + code.severity() + "`");
		assertThat(code.docs()).isEqualTo("docs/problems.md#" + code.code().replace("AM", "am"));
	}

}
