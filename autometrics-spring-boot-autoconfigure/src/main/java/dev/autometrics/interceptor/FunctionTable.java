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
 */
final class FunctionTable {

	/**
	 * Whoever calls with method objects that are new every time does not fill the memory.
	 */
	private static final int LIMIT = 1 << 16;

	private volatile @Nullable Entry[] entries = new Entry[64];

	private int size;

	@SuppressWarnings("ReferenceEquality")
	@Nullable MeasuredMethod find(Method method, Class<?> targetClass) {
		@Nullable Entry[] entries = this.entries;
		int index = System.identityHashCode(method) & (entries.length - 1);
		for (Entry entry = entries[index]; entry != null; entry = entries[index]) {
			if (entry.method() == method && entry.targetClass() == targetClass) {
				return entry.measured();
			}
			index = (index + 1) & (entries.length - 1);
		}
		return null;
	}

	synchronized void add(Method method, Class<?> targetClass, MeasuredMethod measured) {
		if (this.size < LIMIT && find(method, targetClass) == null) {
			this.size++;
			@Nullable Entry[] extended = new Entry[capacity()];
			for (Entry entry : this.entries) {
				if (entry != null) {
					put(extended, entry);
				}
			}
			put(extended, new Entry(method, targetClass, measured));
			this.entries = extended;
		}
	}

	// Never more than half full.
	private int capacity() {
		return (this.size * 2 > this.entries.length) ? this.entries.length * 2 : this.entries.length;
	}

	private static void put(@Nullable Entry[] entries, Entry entry) {
		int index = System.identityHashCode(entry.method()) & (entries.length - 1);
		while (entries[index] != null) {
			index = (index + 1) & (entries.length - 1);
		}
		entries[index] = entry;
	}

	private record Entry(Method method, Class<?> targetClass, MeasuredMethod measured) {

	}

}
