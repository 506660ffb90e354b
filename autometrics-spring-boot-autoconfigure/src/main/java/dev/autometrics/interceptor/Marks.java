package dev.autometrics.interceptor;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;

import dev.autometrics.Autometrics;
import dev.autometrics.SkipAutometrics;

import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.util.ReflectionUtils;

/**
 * Tells quickly where no search for {@link Autometrics} can find anything, which is in
 * nearly all beans of nearly all applications. What it takes for marked may turn out not
 * to be.
 */
final class Marks {

	// Of annotation types: whether they are marks or are marked themselves.
	private static final ClassValue<Boolean> MARKS = new ClassValue<>() {
		@Override
		protected Boolean computeValue(Class<?> annotationType) {
			if (annotationType == Autometrics.class || annotationType == SkipAutometrics.class) {
				return true;
			}
			MergedAnnotations annotations = MergedAnnotations.from(annotationType);
			return annotations.isPresent(Autometrics.class) || annotations.isPresent(SkipAutometrics.class);
		}
	};

	// Asked at the start of the application, and again when problems are looked for.
	private static final ClassValue<Boolean> MARKED = new ClassValue<>() {
		@Override
		protected Boolean computeValue(Class<?> type) {
			return areIn(type, true);
		}
	};

	// Nothing of Spring is marked, but its sample applications are applications.
	private static final String SPRING = "org.springframework.";

	private static final String SAMPLES_OF_SPRING = "org.springframework.samples.";

	private Marks() {
	}

	/**
	 * Return whether a type may be marked, or inherit from one that is. Asks for its name
	 * only: most beans of a small application are Spring's.
	 * @param type the type
	 * @return {@code false} for types that know nothing of this library
	 */
	static boolean areConceivableIn(Class<?> type) {
		String name = type.getName();
		return !name.startsWith("java.") && (!name.startsWith(SPRING) || name.startsWith(SAMPLES_OF_SPRING));
	}

	/**
	 * Return whether a type or one of its methods may be marked.
	 * @param type the type
	 * @return {@code false} if neither they nor what they inherit from are marked
	 */
	static boolean areIn(Class<?> type) {
		return MARKED.get(type);
	}

	/**
	 * Return whether a method of a type may be marked.
	 * @param type the type
	 * @return {@code false} if none is, and none that it overrides
	 */
	static boolean areOnMethodsOf(Class<?> type) {
		return areIn(type, false);
	}

	private static boolean areIn(Class<?> type, boolean typesCount) {
		for (Class<?> current = type; current != null && areConceivableIn(current); current = current.getSuperclass()) {
			if ((typesCount && isOn(current)) || isOnMethodIn(current)) {
				return true;
			}
			for (Class<?> inherited : current.getInterfaces()) {
				if (areIn(inherited, typesCount)) {
					return true;
				}
			}
		}
		return false;
	}

	private static boolean isOnMethodIn(Class<?> type) {
		for (Method method : ReflectionUtils.getDeclaredMethods(type)) {
			if (isOn(method)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isOn(AnnotatedElement element) {
		try {
			for (Annotation annotation : element.getDeclaredAnnotations()) {
				if (MARKS.get(annotation.annotationType())) {
					return true;
				}
			}
			return false;
		}
		catch (RuntimeException | LinkageError ex) {
			// An annotation speaks of a class that is not there. Spring gets along with
			// it.
			return true;
		}
	}

}
