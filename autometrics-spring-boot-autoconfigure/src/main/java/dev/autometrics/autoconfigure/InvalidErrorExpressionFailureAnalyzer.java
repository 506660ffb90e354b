package dev.autometrics.autoconfigure;

import dev.autometrics.interceptor.InvalidErrorExpressionException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains that an {@code errorIf} is no expression.
 */
final class InvalidErrorExpressionFailureAnalyzer extends AbstractFailureAnalyzer<InvalidErrorExpressionException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidErrorExpressionException cause) {
		return new FailureAnalysis(
				"@Autometrics(errorIf = \"%s\") on %s is not an expression: %s".formatted(cause.expression(),
						cause.method(), cause.reason()),
				"Correct the expression, which is in the Spring Expression Language. It knows the value as #result and "
						+ "the arguments by their names, such as #result.statusCode.is5xxServerError().",
				rootFailure);
	}

}
