package dev.autometrics.interceptor;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;

import dev.autometrics.Result;
import dev.autometrics.instrument.RecordingFailures;
import dev.autometrics.model.ResultSettings;
import dev.autometrics.problems.ProblemMode;
import dev.autometrics.problems.Problems;
import org.aopalliance.intercept.MethodInvocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link FunctionResults} and {@link ResultClassifiers}.
 */
@ExtendWith(OutputCaptureExtension.class)
class FunctionResultsTests {

	private static final Method CHARGE = ReflectionUtils.findMethod(Shop.class, "charge", String.class, int.class);

	private final ResultClassifiers classifiers = new ResultClassifiers(
			new RecordingFailures(new Problems(ProblemMode.WARN)));

	@Test
	void throwableIsAnErrorAndAllElseIsNot() {
		FunctionResults results = results(List.of(), "");

		assertThat(results.resultOf(null, new IOException())).isEqualTo(Result.ERROR);
		assertThat(results.resultOf("value", null)).isEqualTo(Result.OK);
		assertThat(results.resultOf(null, null)).isEqualTo(Result.OK);
	}

	@Test
	void okForHoldsForSubclassesToo() {
		FunctionResults results = results(List.of(IOException.class), "");

		assertThat(results.resultOf(null, new FileNotFoundException())).isEqualTo(Result.OK);
		assertThat(results.resultOf(null, new IllegalStateException())).isEqualTo(Result.ERROR);
	}

	@Test
	void errorIfKnowsValueArgumentsAndBean() throws Throwable {
		assertThat(resultOfCharge("#result == 'declined'")).isEqualTo(Result.ERROR);
		assertThat(resultOfCharge("#result == 'paid'")).isEqualTo(Result.OK);
		assertThat(resultOfCharge("#article == 'apple' and #a1 > 2 and #p1 > 2")).isEqualTo(Result.ERROR);
		assertThat(resultOfCharge(
				"#root.target.class.simpleName == 'Shop' and #root.method.name == 'charge' and #root.args.length == 2"))
			.isEqualTo(Result.ERROR);
	}

	@Test
	void errorIfThatFailsFallsBackAndIsReportedOnce(CapturedOutput output) throws Throwable {
		assertThat(resultOfCharge("#result.nonsense")).isEqualTo(Result.OK);
		assertThat(resultOfCharge("#result.nonsense")).isEqualTo(Result.OK);

		assertThat(output.toString().split("Could not evaluate errorIf of", -1)).hasSize(2);
	}

	@Test
	void errorIfThatIsNoExpressionIsRefused() {
		assertThatExceptionOfType(InvalidErrorExpressionException.class)
			.isThrownBy(() -> results(List.of(), "#result.("))
			.satisfies((ex) -> {
				assertThat(ex.expression()).isEqualTo("#result.(");
				assertThat(ex.method()).isEqualTo(Shop.class.getName() + ".charge(String,int)");
				assertThat(ex.reason()).contains("at position");
			});
	}

	@Test
	void firstClassifierWithAnAnswerIsFollowed() {
		this.classifiers.set(List.of((value, failure) -> null,
				(value, failure) -> (failure instanceof IOException) ? Result.OK : null,
				(value, failure) -> Result.ERROR));
		FunctionResults results = results(List.of(IllegalStateException.class), "");

		assertThat(results.resultOf(null, new IOException())).isEqualTo(Result.OK);
		assertThat(results.resultOf(null, new IllegalStateException())).as("the annotation first").isEqualTo(Result.OK);
		assertThat(results.resultOf("value", null)).isEqualTo(Result.ERROR);
	}

	@Test
	void classifierThatThrowsIsPassedOverAndReportedOnce(CapturedOutput output) {
		this.classifiers.set(List.of((value, failure) -> {
			throw new IllegalStateException("broken classifier");
		}));
		FunctionResults results = results(List.of(), "");

		assertThat(results.resultOf(null, new IOException())).isEqualTo(Result.ERROR);
		assertThat(results.resultOf("value", null)).isEqualTo(Result.OK);
		assertThat(output.toString().split("Could not classify a call with", -1)).hasSize(2);
		assertThat(output).contains("broken classifier");
	}

	private FunctionResults results(List<Class<? extends Throwable>> okFor, String errorIf) {
		return new FunctionResults(CHARGE, new ResultSettings(okFor, errorIf), this.classifiers);
	}

	private Result resultOfCharge(String errorIf) throws Throwable {
		FunctionResults results = results(List.of(), errorIf);
		Result[] result = new Result[1];
		ProxyFactory factory = new ProxyFactory(new Shop());
		factory.addAdvice((org.aopalliance.intercept.MethodInterceptor) (MethodInvocation invocation) -> {
			Object value = invocation.proceed();
			result[0] = results.of(invocation).resultOf(value, null);
			return value;
		});
		((Shop) factory.getProxy()).charge("apple", 3);
		return result[0];
	}

	static class Shop {

		String charge(String article, int quantity) {
			return "declined";
		}

	}

}
