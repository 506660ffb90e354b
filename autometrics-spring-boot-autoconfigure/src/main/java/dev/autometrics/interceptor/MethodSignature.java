package dev.autometrics.interceptor;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Name and parameter types of a method: what identifies it within a type.
 *
 * @param name the name
 * @param parameterTypes the erased types of the parameters
 */
record MethodSignature(String name, List<Class<?>> parameterTypes) {

	static MethodSignature of(Method method) {
		return new MethodSignature(method.getName(), Arrays.asList(method.getParameterTypes()));
	}

	@Override
	public String toString() {
		return this.parameterTypes.stream()
			.map(Class::getSimpleName)
			.collect(Collectors.joining(",", this.name + "(", ")"));
	}

}
