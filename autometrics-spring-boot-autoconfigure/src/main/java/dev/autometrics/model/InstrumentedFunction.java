package dev.autometrics.model;

import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * A function that is measured, and what its annotation says of it.
 *
 * @param id the identity
 * @param signature the method's name and the simple names of its parameter types, such as
 * {@code place(Order,boolean)}
 * @param objective the name of its objective, or {@code null}
 * @param concurrencyTracked whether the number of calls under way is published
 * @param results what is said of results
 * @param beans the names of the beans that have the function, as far as they are known
 * @since 0.1.0
 */
public record InstrumentedFunction(FunctionId id, String signature, @Nullable String objective,
		boolean concurrencyTracked, ResultSettings results, SortedSet<String> beans) {

	public InstrumentedFunction {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(signature, "signature");
		Objects.requireNonNull(results, "results");
		beans = beans.isEmpty() ? Collections.emptySortedSet()
				: Collections.unmodifiableSortedSet(new TreeSet<>(beans));
	}

	/**
	 * Return this function with more beans.
	 * @param names the names of beans that have the function
	 * @return this function where it knows all of them, else a copy
	 */
	public InstrumentedFunction withBeans(Collection<String> names) {
		if (this.beans.containsAll(names)) {
			return this;
		}
		SortedSet<String> union = new TreeSet<>(this.beans);
		union.addAll(names);
		return new InstrumentedFunction(this.id, this.signature, this.objective, this.concurrencyTracked, this.results,
				union);
	}

}
