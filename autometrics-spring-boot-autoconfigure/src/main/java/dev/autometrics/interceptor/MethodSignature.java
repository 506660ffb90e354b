package dev.autometrics.interceptor;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

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

	// Written out: what a record generates is linked by method handles, for which the
	// start of the application would wait.
	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof MethodSignature signature && this.name.equals(signature.name)
				&& this.parameterTypes.equals(signature.parameterTypes);
	}

	@Override
	public int hashCode() {
		return 31 * this.name.hashCode() + this.parameterTypes.hashCode();
	}

	@Override
	public String toString() {
		return this.parameterTypes.stream()
			.map(Class::getSimpleName)
			.collect(Collectors.joining(",", this.name + "(", ")"));
	}

}
