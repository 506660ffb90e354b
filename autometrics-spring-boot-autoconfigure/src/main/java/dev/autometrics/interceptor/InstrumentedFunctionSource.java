package dev.autometrics.interceptor;

import java.lang.reflect.Method;
import java.util.Collection;

import dev.autometrics.model.InstrumentedFunction;
import org.jspecify.annotations.Nullable;

/**
 * Tells which methods are measured, and as which functions. A bean of this type replaces
 * {@link AnnotationFunctionSource}. Implementations are safe for concurrent use, and
 * cheap when asked again.
 *
 * @since 0.1.0
 */
public interface InstrumentedFunctionSource {

	/**
	 * Return the function that a method is on beans of a class.
	 * @param method the method, possibly one of an interface of the class
	 * @param targetClass the class of the bean, possibly that of a proxy
	 * @return the function, or {@code null} if the method is not measured
	 */
	@Nullable InstrumentedFunction getFunction(Method method, Class<?> targetClass);

	/**
	 * Return the functions of beans of a class.
	 * @param targetClass the class of the bean, possibly that of a proxy
	 * @return the functions, empty if nothing is measured
	 */
	Collection<InstrumentedFunction> getFunctions(Class<?> targetClass);

}
