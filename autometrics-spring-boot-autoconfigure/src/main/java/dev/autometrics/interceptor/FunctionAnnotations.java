package dev.autometrics.interceptor;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;

import dev.autometrics.Autometrics;
import dev.autometrics.SkipAutometrics;
import dev.autometrics.model.ResultSettings;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * What the annotations say of the methods of one type.
 */
final class FunctionAnnotations {

	private static final Log logger = LogFactory.getLog(FunctionAnnotations.class);

	private final @Nullable Autometrics ofType;

	FunctionAnnotations(Class<?> type) {
		this.ofType = find(type, Autometrics.class);
		if (this.ofType != null && !this.ofType.name().isEmpty()) {
			logger.warn("The name '" + this.ofType.name() + "' of @Autometrics on the type of " + type.getName()
					+ " is ignored: it would be the name of each of its methods. Put it on a method.");
		}
	}

	/**
	 * Return what is said of a method. The nearest word counts: what stands on the method
	 * itself, then on the methods that it overrides or implements, then on the type.
	 * @param method a method of the type
	 * @return the settings, or {@code null} if the method is not to be measured
	 */
	@Nullable Settings settingsOf(Method method) {
		if (AnnotatedElementUtils.isAnnotated(method, SkipAutometrics.class)) {
			return null;
		}
		Autometrics own = AnnotatedElementUtils.getMergedAnnotation(method, Autometrics.class);
		if (own != null) {
			return new Settings(own, own.name());
		}
		if (find(method, SkipAutometrics.class) != null) {
			return null;
		}
		Autometrics inherited = find(method, Autometrics.class);
		if (inherited != null) {
			return new Settings(inherited, inherited.name());
		}
		return (this.ofType != null) ? new Settings(this.ofType, "") : null;
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
	 */
	record Settings(@Nullable String objective, String name, boolean concurrencyTracked, ResultSettings results) {

		private Settings(Autometrics annotation, String name) {
			this(annotation.objective().isEmpty() ? null : annotation.objective(), name, annotation.trackConcurrency(),
					new ResultSettings(List.of(annotation.okFor()), annotation.errorIf()));
		}

		String nameOr(String methodName) {
			return this.name.isEmpty() ? methodName : this.name;
		}

	}

}
