package dev.autometrics.model;

import java.util.Comparator;
import java.util.Objects;

/**
 * Identity of a function: the values of its {@code module} and {@code function} labels.
 * Ordered by module, then by function.
 *
 * @param module the type that the function belongs to, never empty
 * @param function the name of the function within its module, never empty
 * @since 0.1.0
 */
public record FunctionId(String module, String function) implements Comparable<FunctionId> {

	private static final Comparator<FunctionId> ORDER = Comparator.comparing(FunctionId::module)
		.thenComparing(FunctionId::function);

	public FunctionId {
		requireText(module, "module");
		requireText(function, "function");
	}

	private static void requireText(String value, String name) {
		if (Objects.requireNonNull(value, name).isEmpty()) {
			throw new IllegalArgumentException("'" + name + "' must not be empty");
		}
	}

	@Override
	public int compareTo(FunctionId other) {
		return ORDER.compare(this, other);
	}

	@Override
	public String toString() {
		return this.module + "." + this.function;
	}

}
