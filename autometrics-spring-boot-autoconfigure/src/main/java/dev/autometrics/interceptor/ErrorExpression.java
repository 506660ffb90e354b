package dev.autometrics.interceptor;

import java.lang.reflect.Method;

import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.context.expression.MethodBasedEvaluationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.expression.Expression;
import org.springframework.expression.ParseException;
import org.springframework.expression.spel.standard.SpelExpressionParser;

/**
 * The expression of {@link dev.autometrics.Autometrics#errorIf}, parsed once.
 */
final class ErrorExpression {

	private static final ParameterNameDiscoverer PARAMETER_NAMES = new DefaultParameterNameDiscoverer();

	private final Method method;

	private final Expression expression;

	/**
	 * Parse an expression.
	 * @param method the method whose calls it is for
	 * @param text the text of the expression
	 * @throws InvalidErrorExpressionException if it is none
	 */
	ErrorExpression(Method method, String text) {
		this.method = method;
		try {
			this.expression = new SpelExpressionParser().parseExpression(text);
		}
		catch (ParseException ex) {
			throw new InvalidErrorExpressionException(method, text, ex);
		}
	}

	boolean isTrue(MethodInvocation invocation, @Nullable Object value) {
		MethodBasedEvaluationContext context = new MethodBasedEvaluationContext(new ErrorExpressionRoot(invocation),
				this.method, invocation.getArguments(), PARAMETER_NAMES);
		context.setVariable("result", value);
		return Boolean.TRUE.equals(this.expression.getValue(context, Boolean.class));
	}

}
