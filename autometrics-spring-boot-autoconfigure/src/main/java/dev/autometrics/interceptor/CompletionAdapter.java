package dev.autometrics.interceptor;

import java.lang.reflect.Method;

/**
 * Measures functions whose calls end later than the method returns. Beans of this type
 * are asked in their order, before those of the library; what none supports ends when the
 * method returns. Implementations are safe for concurrent use.
 *
 * @since 0.1.0
 */
public interface CompletionAdapter {

	/**
	 * Return whether this adapter is for a method. What a method declares decides, never
	 * the class of what it returns, so this is asked once for each method.
	 * @param method the method
	 * @param returnType the type that the method declares, generics resolved
	 * @return {@code true} if the end of its calls is to be attached by this adapter
	 */
	boolean supports(Method method, Class<?> returnType);

	/**
	 * Return whether a call starts with each subscription to what the method returns,
	 * rather than with the invocation of the method.
	 * @return {@code true} for publishers and the like
	 */
	default boolean startsOnSubscription() {
		return false;
	}

	/**
	 * Attach the end of calls to what a method has returned. Where this throws, the call
	 * has ended with the return, and the value is handed on as it is.
	 * @param value what the method has returned
	 * @param returnType the type that the method declares, generics resolved
	 * @param calls where the call comes from: {@link CallSource#start()} is the call of
	 * the invocation, or a new one for each subscription
	 * @return what is handed to the caller: the value, or one of the same type that
	 * stands for it
	 */
	Object attach(Object value, Class<?> returnType, CallSource calls);

}
