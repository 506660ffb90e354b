package dev.autometrics.compatibility;

import java.io.FileNotFoundException;

import dev.autometrics.compatibility.ResultFunctions.Broken;
import dev.autometrics.compatibility.ResultFunctions.Classifiers;
import dev.autometrics.compatibility.ResultFunctions.GoneException;
import dev.autometrics.compatibility.ResultFunctions.Limited;
import dev.autometrics.compatibility.ResultFunctions.Responses;
import dev.autometrics.compatibility.ResultFunctions.ThrowingClassifier;
import dev.autometrics.compatibility.ResultFunctions.Tolerant;
import dev.autometrics.compatibility.ResultFunctions.Unevaluable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * Tests for what counts as an error.
 */
@ExtendWith(OutputCaptureExtension.class)
class ResultTests {

	private static final int LIMIT = 10;

	@ParameterizedTest
	@CsvSource({ "plain,missing,ok", "plain,broken,error", "future,missing,ok", "future,wrapped,ok",
			"future,broken,error", "mono,missing,ok", "mono,broken,error", "flux,missing,ok", "flux,broken,error" })
	void followsOkFor(String type, String failure, String result) {
		try (Application application = Application.with(Tolerant.class).start()) {
			Throwable thrown = catchThrowable(
					() -> Tolerant.call(application.bean(Tolerant.class), type, Tolerant.failure(failure)));

			assertThat(thrown).isNotNull();
			assertThat(application.calls().of(type)).containsExactly(" > " + type + " " + result);
		}
	}

	@ParameterizedTest
	@CsvSource({ "plain,10,ok", "plain,11,error", "future,10,ok", "future,11,error", "mono,10,ok", "mono,11,error",
			"asynchronous,11,error", "asynchronous,1,ok" })
	void followsErrorIf(String function, int value, String result) {
		try (Application application = Application.with(Limited.class).start()) {
			assertThat(FunctionCall.call(Limited.class, application.bean(Limited.class), function, value, LIMIT))
				.satisfies((returned) -> assertThat(Limited.valueOf(returned)).isEqualTo(value));

			await().until(() -> !application.calls().of(function).isEmpty());
			assertThat(application.calls().of(function)).containsExactly(" > " + function + " " + result);
		}
	}

	@Test
	void countsWhatFailsAsAnErrorWhateverErrorIfSays() {
		try (Application application = Application.with(Limited.class).start()) {
			assertThatThrownBy(() -> application.bean(Limited.class).plain(-1, LIMIT))
				.isInstanceOf(IllegalArgumentException.class);

			assertThat(application.calls().of("plain")).containsExactly(" > plain error");
		}
	}

	@Test
	void reportsOnceAnExpressionThatFails(CapturedOutput output) {
		try (Application application = Application.with(Unevaluable.class).start()) {
			assertThat(application.bean(Unevaluable.class).text()).isEqualTo("text");
			assertThat(application.bean(Unevaluable.class).text()).isEqualTo("text");

			assertThat(application.calls().of("text")).containsExactly(" > text ok", " > text ok");
			assertThat(output.getOut().split("Could not evaluate errorIf", -1)).hasSize(2);
		}
	}

	@Test
	void doesNotStartWithABrokenExpression(CapturedOutput output) {
		assertThatThrownBy(() -> Application.with(Broken.class).start().close()).isNotNull();

		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("@Autometrics(errorIf = \"#result.\")")
			.contains("is not an expression")
			.contains("Correct the expression");
	}

	@Test
	void asksClassifiersInTheirOrder() {
		try (Application application = Application.with(Tolerant.class, Classifiers.class).start()) {
			assertThat(application.bean(Tolerant.class).text("first")).isEqualTo("first");
			assertThat(application.bean(Tolerant.class).text("second")).isEqualTo("second");
			assertThat(application.bean(Tolerant.class).text("none")).isEqualTo("none");
			assertThat(application.calls().of("text")).containsExactly(" > text error", " > text ok", " > text ok");
		}
	}

	@Test
	void followsTheAnnotationBeforeTheClassifiers() {
		try (Application application = Application.with(Tolerant.class, Classifiers.class).start()) {
			assertThatThrownBy(
					() -> Tolerant.call(application.bean(Tolerant.class), "plain", Tolerant.failure("missing")))
				.isInstanceOf(FileNotFoundException.class);

			assertThat(application.calls().of("plain")).containsExactly(" > plain ok");
		}
	}

	@Test
	void reportsOnceAClassifierThatThrows(CapturedOutput output) {
		try (Application application = Application.with(Tolerant.class, ThrowingClassifier.class).start()) {
			assertThat(application.bean(Tolerant.class).text("value")).isEqualTo("value");
			assertThat(application.bean(Tolerant.class).text("value")).isEqualTo("value");
			assertThatThrownBy(
					() -> Tolerant.call(application.bean(Tolerant.class), "mono", Tolerant.failure("broken")))
				.hasMessageContaining("broken");

			assertThat(application.calls().of("text")).containsExactly(" > text ok", " > text ok");
			assertThat(application.calls().of("mono")).containsExactly(" > mono error");
			assertThat(output.getOut().split("Could not classify", -1)).hasSize(2);
		}
	}

	@ParameterizedTest
	@CsvSource({ "true,404,ok", "true,500,error", "true,200,ok", "false,404,ok", "false,500,ok" })
	void followsTheStatusOfAnEntityIfToldSo(boolean byStatus, int status, String result) {
		try (Application application = Application.with(Responses.class)
			.properties("autometrics.results.by-http-status=" + byStatus)
			.start()) {
			application.bean(Responses.class).entity(status);
			application.bean(Responses.class).entityMono(status).block();

			assertThat(application.calls().of("entity")).containsExactly(" > entity " + result);
			assertThat(application.calls().of("entityMono")).containsExactly(" > entityMono " + result);
		}
	}

	@ParameterizedTest
	@CsvSource({ "true,ok", "false,error" })
	void followsTheStatusOfAnExceptionIfToldSo(boolean byStatus, String result) {
		try (Application application = Application.with(Responses.class)
			.properties("autometrics.results.by-http-status=" + byStatus)
			.start()) {
			Responses responses = application.bean(Responses.class);

			assertThatThrownBy(() -> responses.fail(new ResponseStatusException(HttpStatus.NOT_FOUND)));
			assertThatThrownBy(() -> responses.fail(new GoneException()));
			assertThatThrownBy(() -> responses.fail(new IllegalStateException()));

			assertThat(application.calls().of("fail")).containsExactlyInAnyOrder(" > fail " + result,
					" > fail " + result, " > fail error");
		}
	}

}
