package dev.autometrics.interceptor;

import java.lang.reflect.Method;

import org.springframework.expression.ParseException;

/**
 * Thrown at start-up when {@link dev.autometrics.Autometrics#errorIf} is not an
 * expression.
 *
 * @since 0.1.0
 */
public final class InvalidErrorExpressionException extends RuntimeException {

	private final String expression;

	private final String method;

	private final String reason;

	InvalidErrorExpressionException(Method method, String expression, ParseException cause) {
		super("errorIf = \"" + expression + "\" of @Autometrics on " + method + " is not an expression", cause);
		this.expression = expression;
		this.method = method.getDeclaringClass().getName() + "." + MethodSignature.of(method);
		this.reason = cause.getSimpleMessage() + " (at position " + cause.getPosition() + ")";
	}

	/**
	 * Return the text that is not an expression.
	 * @return the text
	 */
	public String expression() {
		return this.expression;
	}

	/**
	 * Return the method whose annotation has it.
	 * @return the class, the name and the parameter types
	 */
	public String method() {
		return this.method;
	}

	/**
	 * Return why it is not an expression.
	 * @return a sentence
	 */
	public String reason() {
		return this.reason;
	}

}
