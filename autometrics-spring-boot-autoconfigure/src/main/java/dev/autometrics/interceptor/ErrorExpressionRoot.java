package dev.autometrics.interceptor;

import java.lang.reflect.Method;

import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/**
 * What the expression of {@link dev.autometrics.Autometrics#errorIf} knows as
 * {@code #root}.
 *
 * @since 0.1.0
 */
public final class ErrorExpressionRoot {

	private final MethodInvocation invocation;

	ErrorExpressionRoot(MethodInvocation invocation) {
		this.invocation = invocation;
	}

	/**
	 * Return the bean.
	 * @return the bean without its proxy, {@code null} if there is none behind it
	 */
	public @Nullable Object getTarget() {
		return this.invocation.getThis();
	}

	/**
	 * Return the method that was called.
	 * @return the method
	 */
	public Method getMethod() {
		return this.invocation.getMethod();
	}

	/**
	 * Return the arguments of the call.
	 * @return the arguments, in their order
	 */
	public @Nullable Object[] getArgs() {
		return this.invocation.getArguments();
	}

}
