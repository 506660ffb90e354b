package dev.autometrics.interceptor;

import java.lang.reflect.Method;

import dev.autometrics.Result;
import dev.autometrics.instrument.ResultRule;
import dev.autometrics.model.ResultSettings;
import org.aopalliance.intercept.Joinpoint;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/**
 * What counts as an error of one function: first what its annotation says, then what the
 * classifiers of the application say.
 */
final class FunctionResults implements ResultRule {

	private final Class<?>[] okFor;

	private final @Nullable ErrorExpression errorIf;

	private final ResultClassifiers classifiers;

	FunctionResults(Method method, ResultSettings settings, ResultClassifiers classifiers) {
		this.okFor = settings.okFor().toArray(Class<?>[]::new);
		this.errorIf = settings.errorIf().isEmpty() ? null : new ErrorExpression(method, settings.errorIf());
		this.classifiers = classifiers;
	}

	/**
	 * Return the rule for the end of one invocation.
	 * @param invocation the invocation
	 * @return the rule, the same one unless an expression has to know the arguments
	 */
	ResultRule of(Joinpoint invocation) {
		ErrorExpression expression = this.errorIf;
		if (expression == null || !(invocation instanceof MethodInvocation call)) {
			return this;
		}
		return (value, failure) -> (failure != null) ? resultOf(value, failure) : evaluate(expression, call, value);
	}

	@Override
	public Result resultOf(@Nullable Object value, @Nullable Throwable failure) {
		if (failure != null && isOk(failure)) {
			return Result.OK;
		}
		return this.classifiers.resultOf(value, failure);
	}

	private boolean isOk(Throwable failure) {
		for (Class<?> type : this.okFor) {
			if (type.isInstance(failure)) {
				return true;
			}
		}
		return false;
	}

	private Result evaluate(ErrorExpression expression, MethodInvocation invocation, @Nullable Object value) {
		try {
			return expression.isTrue(invocation, value) ? Result.ERROR : Result.OK;
		}
		catch (Throwable ex) {
			this.classifiers.failures().report("evaluate errorIf of", invocation.getMethod(), ex);
			return this.classifiers.resultOf(value, null);
		}
	}

}
