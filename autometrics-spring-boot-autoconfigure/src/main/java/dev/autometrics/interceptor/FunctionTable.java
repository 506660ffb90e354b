package dev.autometrics.interceptor;

import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;

/**
 * The methods that are measured, found by identity: an open hash table that is read
 * without a lock and replaced when it grows.
 * <p>
 * The method alone does not do: beans behind JDK proxies share the method of their
 * interface. Nor does equality: a {@link Method} is hashed by two strings, and methods
 * inherited by two classes are equal. Every proxy class has its own method objects, which
 * live as long as it, so identity finds all but the first call of each.
 *
 * @param <T> what is known of a method
 */
final class FunctionTable<T> {

	/**
	 * Whoever calls with method objects that are new every time does not fill the memory.
	 */
	private static final int LIMIT = 1 << 16;

	private volatile @Nullable Entry<T>[] entries = table(64);

	private int size;

	@SuppressWarnings("ReferenceEquality")
	@Nullable T find(Method method, Class<?> targetClass) {
		@Nullable Entry<T>[] entries = this.entries;
		int index = System.identityHashCode(method) & (entries.length - 1);
		for (Entry<T> entry = entries[index]; entry != null; entry = entries[index]) {
			if (entry.method() == method && entry.targetClass() == targetClass) {
				return entry.known();
			}
			index = (index + 1) & (entries.length - 1);
		}
		return null;
	}

	synchronized void add(Method method, Class<?> targetClass, T known) {
		if (this.size < LIMIT && find(method, targetClass) == null) {
			this.size++;
			@Nullable Entry<T>[] extended = table(capacity());
			for (Entry<T> entry : this.entries) {
				if (entry != null) {
					put(extended, entry);
				}
			}
			put(extended, new Entry<>(method, targetClass, known));
			this.entries = extended;
		}
	}

	// Never more than half full.
	private int capacity() {
		return (this.size * 2 > this.entries.length) ? this.entries.length * 2 : this.entries.length;
	}

	private static <T> void put(@Nullable Entry<T>[] entries, Entry<T> entry) {
		int index = System.identityHashCode(entry.method()) & (entries.length - 1);
		while (entries[index] != null) {
			index = (index + 1) & (entries.length - 1);
		}
		entries[index] = entry;
	}

	@SuppressWarnings("unchecked")
	private static <T> @Nullable Entry<T>[] table(int capacity) {
		return (@Nullable Entry<T>[]) new Entry<?>[capacity];
	}

	private record Entry<T>(Method method, Class<?> targetClass, T known) {

	}

}
