package dev.autometrics.compatibility;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * Calls functions by their name.
 */
final class FunctionCall {

	private FunctionCall() {
	}

	/**
	 * Call a function.
	 * @param type the class of the bean
	 * @param bean the bean, with its proxy
	 * @param function the name of the function
	 * @param arguments what it is given
	 * @return what it returns
	 */
	static Object call(Class<?> type, Object bean, String function, Object... arguments) {
		Method method = Arrays.stream(type.getDeclaredMethods())
			.filter((candidate) -> candidate.getName().equals(function))
			.findFirst()
			.orElseThrow();
		try {
			return method.invoke(bean, arguments);
		}
		catch (InvocationTargetException ex) {
			throw (RuntimeException) ex.getCause();
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
