package dev.autometrics.model;

import java.util.Comparator;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

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

	// Written out: what a record generates is linked by method handles, for which the
	// start of the application would wait.
	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof FunctionId id && this.module.equals(id.module) && this.function.equals(id.function);
	}

	@Override
	public int hashCode() {
		return 31 * this.module.hashCode() + this.function.hashCode();
	}

	@Override
	public String toString() {
		return this.module + "." + this.function;
	}

}
