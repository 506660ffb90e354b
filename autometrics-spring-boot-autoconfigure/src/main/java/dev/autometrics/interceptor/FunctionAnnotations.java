package dev.autometrics.interceptor;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

import dev.autometrics.Autometrics;
import dev.autometrics.SkipAutometrics;
import dev.autometrics.model.ResultSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ReflectionUtils;

/**
 * What the annotations say of the methods of one type.
 */
final class FunctionAnnotations {

	private final Class<?> type;

	private final @Nullable Settings ofType;

	private @Nullable Boolean onMethods;

	/**
	 * Read the annotations of a type.
	 * @param type the type
	 * @param included whether the methods of the type are measured where annotations say
	 * nothing
	 */
	FunctionAnnotations(Class<?> type, boolean included) {
		this.type = type;
		this.ofType = AnnotatedElementUtils.isAnnotated(type, SkipAutometrics.class) ? null
				: ofType(find(type, Autometrics.class), included);
	}

	private static @Nullable Settings ofType(@Nullable Autometrics annotation, boolean included) {
		if (annotation != null) {
			return new Settings(annotation, false);
		}
		return included ? Settings.INCLUDED : null;
	}

	/**
	 * Return whether the methods of the type are measured where their annotations say
	 * nothing.
	 * @return whether the type is marked
	 */
	boolean areOfType() {
		return this.ofType != null;
	}

	/**
	 * Return whether an annotation says that a type is measured, or one of its methods.
	 * @param type the type
	 * @return whether the author of the type has marked something
	 */
	static boolean areOn(Class<?> type) {
		FunctionAnnotations annotations = new FunctionAnnotations(type, false);
		return annotations.areOfType() || Arrays.stream(ReflectionUtils.getAllDeclaredMethods(type))
			.anyMatch((method) -> annotations.settingsOf(method) != null);
	}

	/**
	 * Return the name that is given on a type, where it is of no use: it would be the
	 * name of each of its methods.
	 * @param type the type
	 * @return the name, empty if there is none
	 */
	static String nameOn(Class<?> type) {
		Autometrics annotation = find(type, Autometrics.class);
		return (annotation != null) ? annotation.name() : "";
	}

	/**
	 * Return what is said of a method. The nearest word counts: what stands on the method
	 * itself, then on the methods that it overrides or implements, then on the type.
	 * @param method a method of the type
	 * @return the settings, or {@code null} if the method is not to be measured
	 */
	@Nullable Settings settingsOf(Method method) {
		if (!areOnMethods()) {
			return this.ofType;
		}
		if (this.ofType == null && !AnnotatedElementUtils.hasAnnotation(method, Autometrics.class)) {
			return null;
		}
		if (AnnotatedElementUtils.isAnnotated(method, SkipAutometrics.class)) {
			return null;
		}
		Autometrics own = AnnotatedElementUtils.getMergedAnnotation(method, Autometrics.class);
		if (own != null) {
			return new Settings(own, true);
		}
		if (find(method, SkipAutometrics.class) != null) {
			return null;
		}
		Autometrics inherited = find(method, Autometrics.class);
		if (inherited != null) {
			return new Settings(inherited, true);
		}
		return this.ofType;
	}

	// Not before it is needed: there are types whose methods cannot be read.
	private boolean areOnMethods() {
		if (this.onMethods == null) {
			this.onMethods = Marks.areOnMethodsOf(this.type);
		}
		return this.onMethods;
	}

	private static <A extends Annotation> @Nullable A find(AnnotatedElement element, Class<A> annotationType) {
		return AnnotatedElementUtils.findMergedAnnotation(element, annotationType);
	}

	/**
	 * What is said of a method.
	 *
	 * @param objective the name of the objective, or {@code null}
	 * @param name the name of the function, or empty for that of the method
	 * @param concurrencyTracked whether calls under way are published
	 * @param results what is said of results
	 * @param ofMethod whether it is said of this method, rather than of its type
	 */
	record Settings(@Nullable String objective, String name, boolean concurrencyTracked, ResultSettings results,
			boolean ofMethod) {

		private static final Settings INCLUDED = new Settings(null, "", false, ResultSettings.DEFAULT, false);

		private Settings(Autometrics annotation, boolean ofMethod) {
			this(annotation.objective().isEmpty() ? null : annotation.objective(), ofMethod ? annotation.name() : "",
					annotation.trackConcurrency(),
					new ResultSettings(List.of(annotation.okFor()), annotation.errorIf()), ofMethod);
		}

		String nameOr(String methodName) {
			return this.name.isEmpty() ? methodName : this.name;
		}

	}

}
