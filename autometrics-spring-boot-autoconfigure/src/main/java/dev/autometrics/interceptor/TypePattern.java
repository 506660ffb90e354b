package dev.autometrics.interceptor;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;

/**
 * A pattern of types, in one of two forms:
 * <ul>
 * <li>the name of a package or a class, which stands for all that is within. {@code *}
 * stands for any characters but a dot, {@code **} for any characters.</li>
 * <li>{@code @} and the name of an annotation, which stands for every type that has it:
 * on itself, a supertype, an interface or another of its annotations.</li>
 * </ul>
 *
 * @since 0.1.0
 */
public final class TypePattern {

	private static final Pattern VALID = Pattern.compile("@[\\w$.]*[\\w$]|[\\w$.*]*[\\w$*]");

	private static final Pattern WILDCARD = Pattern.compile("(?=\\*)(?<!\\*)|(?<=\\*)(?!\\*)");

	// An annotation such as @Controller is meant for the classes of the application.
	private static final String FRAMEWORK = "org.springframework.boot.";

	private final String pattern;

	private final Pattern names;

	/**
	 * Create a pattern.
	 * @param pattern the text
	 * @throws IllegalArgumentException if it is in neither form
	 */
	public TypePattern(String pattern) {
		if (!VALID.matcher(pattern).matches() || pattern.contains("..")) {
			throw new IllegalArgumentException("'" + pattern + "' is no pattern of types");
		}
		this.pattern = pattern;
		this.names = Pattern
			.compile(Arrays.stream(WILDCARD.split(pattern)).map(TypePattern::regex).collect(Collectors.joining())
					+ "([.$].*)?");
	}

	private static String regex(String part) {
		return switch (part) {
			case "*" -> "[^.]*";
			case "**" -> ".*";
			default -> Pattern.quote(part);
		};
	}

	boolean matches(Class<?> type) {
		if (this.pattern.startsWith("@")) {
			return !type.getName().startsWith(FRAMEWORK)
					&& MergedAnnotations.from(type, SearchStrategy.TYPE_HIERARCHY).isPresent(this.pattern.substring(1));
		}
		return this.names.matcher(type.getName()).matches();
	}

	@Override
	public String toString() {
		return this.pattern;
	}

}
