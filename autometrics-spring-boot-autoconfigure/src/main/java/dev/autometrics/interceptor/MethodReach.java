package dev.autometrics.interceptor;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

import org.jspecify.annotations.Nullable;

/**
 * Which methods of a class can be measured.
 *
 * @since 0.1.0
 */
public enum MethodReach {

	/**
	 * Those that a proxy of Spring overrides.
	 */
	PROXY {
		@Override
		@Nullable String obstacle(Method method, Class<?> userClass) {
			int modifiers = method.getModifiers();
			if (Modifier.isPrivate(modifiers)) {
				return "It is private";
			}
			if (Modifier.isStatic(modifiers)) {
				return "It is static";
			}
			if (Modifier.isFinal(modifiers) && !Modifier.isFinal(method.getDeclaringClass().getModifiers())) {
				// In a final class every method may be marked as final, as Kotlin does
				// it,
				// and tells nothing: whether there can be a proxy is for others to say.
				return "It is final";
			}
			return isHidden(method, userClass) ? "It is package-private in another package than " + userClass.getName()
					: null;
		}
	},

	/**
	 * All of them: the class itself is changed by AspectJ. Those that no subclass can
	 * override are functions of the class that declares them.
	 */
	WEAVING {
		@Override
		@Nullable String obstacle(Method method, Class<?> userClass) {
			return (isBound(method) && method.getDeclaringClass() != userClass)
					? "It is a function of " + method.getDeclaringClass().getName() : null;
		}
	};

	private static final int VISIBLE = Modifier.PUBLIC | Modifier.PROTECTED | Modifier.PRIVATE;

	private static boolean isHidden(Method method, Class<?> userClass) {
		Class<?> declaring = method.getDeclaringClass();
		return (method.getModifiers() & VISIBLE) == 0 && (!declaring.getPackageName().equals(userClass.getPackageName())
				|| declaring.getClassLoader() != userClass.getClassLoader());
	}

	/**
	 * Return whether a method is the same whatever it is called on.
	 * @param method the method
	 * @return {@code true} if it is private or static
	 */
	static boolean isBound(Method method) {
		return Modifier.isPrivate(method.getModifiers()) || Modifier.isStatic(method.getModifiers());
	}

	/**
	 * Return what keeps a method from being measured.
	 * @param method the method
	 * @param userClass the class of the bean as its author wrote it
	 * @return the first words of a sentence, {@code null} if nothing does
	 */
	abstract @Nullable String obstacle(Method method, Class<?> userClass);

}
