package dev.autometrics.benchmarks;

import java.lang.reflect.Method;

import dev.autometrics.Autometrics;

import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;

/**
 * Advises the methods that this library measures in {@link FunctionClasses}, and does
 * nothing to them. It finds them as cheaply as can be.
 */
@SuppressWarnings("serial")
final class EmptyAdvisor extends StaticMethodMatcherPointcutAdvisor {

	EmptyAdvisor() {
		super(new EmptyInterceptor());
		setClassFilter((type) -> type.isAnnotationPresent(Autometrics.class));
	}

	@Override
	public boolean matches(Method method, Class<?> targetClass) {
		return method.getDeclaringClass() != Object.class;
	}

}
