package dev.autometrics.aspectj;

import java.lang.reflect.Method;

import org.aopalliance.intercept.MethodInvocation;
import org.aspectj.lang.ProceedingJoinPoint;
import org.jspecify.annotations.Nullable;

/**
 * The call of a woven method, as the call of a proxy would look like.
 *
 * @param joinPoint the call
 * @param method the method
 */
record WovenInvocation(ProceedingJoinPoint joinPoint, Method method) implements MethodInvocation {

	@Override
	public Method getMethod() {
		return this.method;
	}

	@Override
	public Method getStaticPart() {
		return this.method;
	}

	@Override
	public @Nullable Object getThis() {
		return this.joinPoint.getThis();
	}

	@Override
	public @Nullable Object[] getArguments() {
		return this.joinPoint.getArgs();
	}

	@Override
	public @Nullable Object proceed() throws Throwable {
		return this.joinPoint.proceed();
	}

}
