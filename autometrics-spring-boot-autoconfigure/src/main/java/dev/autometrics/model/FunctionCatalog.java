package dev.autometrics.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The functions known so far. Safe for concurrent use; readers get an ordered snapshot.
 *
 * @since 0.1.0
 */
public final class FunctionCatalog {

	private final SortedMap<FunctionId, InstrumentedFunction> functions = new TreeMap<>();

	private final List<Consumer<InstrumentedFunction>> subscribers = new ArrayList<>();

	/**
	 * Add a function, or its beans where the function is known already.
	 * @param function the function
	 */
	public void add(InstrumentedFunction function) {
		List<Consumer<InstrumentedFunction>> notified;
		synchronized (this.functions) {
			InstrumentedFunction known = this.functions.get(function.id());
			if (known != null) {
				this.functions.put(function.id(), known.withBeans(function.beans()));
				return;
			}
			this.functions.put(function.id(), function);
			notified = List.copyOf(this.subscribers);
		}
		notified.forEach((subscriber) -> subscriber.accept(function));
	}

	/**
	 * Hand over every function that is known now or will be: each one once, those to come
	 * on the thread that adds them.
	 * @param subscriber what takes the functions
	 */
	public void subscribe(Consumer<InstrumentedFunction> subscriber) {
		List<InstrumentedFunction> known;
		synchronized (this.functions) {
			this.subscribers.add(subscriber);
			known = List.copyOf(this.functions.values());
		}
		known.forEach(subscriber);
	}

	/**
	 * Return the function with an identity.
	 * @param id the identity
	 * @return the function, {@code null} if it is not known
	 */
	public @Nullable InstrumentedFunction find(FunctionId id) {
		synchronized (this.functions) {
			return this.functions.get(id);
		}
	}

	/**
	 * Return the functions known now, ordered by {@link FunctionId}.
	 * @return an immutable list
	 */
	public List<InstrumentedFunction> snapshot() {
		synchronized (this.functions) {
			return List.copyOf(this.functions.values());
		}
	}

}
