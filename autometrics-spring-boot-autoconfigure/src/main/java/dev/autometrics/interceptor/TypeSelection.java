package dev.autometrics.interceptor;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.autometrics.problems.Severity;

import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;

/**
 * The types whose methods are measured without an annotation. Those that configure the
 * application are not among them, whatever the patterns say. Safe for concurrent use.
 *
 * @since 0.1.0
 */
public final class TypeSelection {

	/**
	 * No type at all: annotations alone count.
	 */
	public static final TypeSelection NONE = new TypeSelection(List.of(), List.of());

	private static final List<String> NOT_SELECTED = List.of("org.springframework.context.annotation.Configuration",
			"org.springframework.boot.context.properties.ConfigurationProperties",
			"org.aspectj.lang.annotation.Aspect");

	private final Set<TypePattern> matched = ConcurrentHashMap.newKeySet();

	private final List<TypePattern> included;

	private final List<TypePattern> excluded;

	/**
	 * Create a selection.
	 * @param included patterns of which one has to match
	 * @param excluded patterns of which none may match
	 */
	public TypeSelection(List<TypePattern> included, List<TypePattern> excluded) {
		this.included = List.copyOf(included);
		this.excluded = List.copyOf(excluded);
	}

	/**
	 * Return whether anything can be selected.
	 * @return {@code false} if {@link #includes} never says yes
	 */
	public boolean isEmpty() {
		return this.included.isEmpty();
	}

	boolean includes(Class<?> type) {
		boolean included = false;
		for (TypePattern pattern : this.included) {
			if (pattern.matches(type)) {
				included = true;
				this.matched.add(pattern);
			}
		}
		return included && this.excluded.stream().noneMatch((pattern) -> pattern.matches(type)) && !configures(type);
	}

	/**
	 * Return how bad it is that a type is not measured. Whoever selects a package means
	 * no class in particular.
	 * @param type the type
	 * @param otherwise how bad it is where an annotation says that the type or one of its
	 * methods is to be measured
	 * @return {@link Severity#INFO} for a type that a pattern alone selects
	 */
	public Severity severity(Class<?> type, Severity otherwise) {
		return (!isEmpty() && !FunctionAnnotations.areOn(type)) ? Severity.INFO : otherwise;
	}

	private static boolean configures(Class<?> type) {
		MergedAnnotations annotations = MergedAnnotations.from(type, SearchStrategy.TYPE_HIERARCHY);
		return NOT_SELECTED.stream().anyMatch(annotations::isPresent);
	}

	/**
	 * Return the patterns of included types that have matched no type so far.
	 * @return the patterns, in their order
	 */
	public List<TypePattern> unmatched() {
		return this.included.stream().filter((pattern) -> !this.matched.contains(pattern)).toList();
	}

}
