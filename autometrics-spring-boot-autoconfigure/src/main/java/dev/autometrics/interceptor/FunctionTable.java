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

	private static final int METHOD = 0;

	private static final int TARGET_CLASS = 1;

	private static final int KNOWN = 2;

	// Elements for each method, which lie beside each other in memory. Like the length of
	// the table it is a power of two.
	private static final int WIDTH = 4;

	private volatile @Nullable Object[] table = new Object[64 * WIDTH];

	private int size;

	@SuppressWarnings({ "unchecked", "ReferenceEquality" })
	@Nullable T find(Method method, Class<?> targetClass) {
		@Nullable Object[] table = this.table;
		int index = indexOf(method, table);
		while (table[index] != null) {
			if (table[index + METHOD] == method && table[index + TARGET_CLASS] == targetClass) {
				return (T) table[index + KNOWN];
			}
			index = next(index, table);
		}
		return null;
	}

	synchronized void add(Method method, Class<?> targetClass, T known) {
		if (this.size < LIMIT && find(method, targetClass) == null) {
			this.size++;
			@Nullable Object[] table = this.table;
			@Nullable Object[] extended = new Object[capacity(table)];
			for (int index = 0; index < table.length; index += WIDTH) {
				if (table[index] instanceof Method present) {
					put(extended, present, table, index);
				}
			}
			put(extended, method, new Object[] { method, targetClass, known, null }, 0);
			this.table = extended;
		}
	}

	// Never more than half full.
	private int capacity(@Nullable Object[] table) {
		return (this.size * 2 * WIDTH > table.length) ? table.length * 2 : table.length;
	}

	private static void put(@Nullable Object[] table, Method method, @Nullable Object[] from, int at) {
		int index = indexOf(method, table);
		while (table[index] != null) {
			index = next(index, table);
		}
		System.arraycopy(from, at, table, index, WIDTH);
	}

	private static int indexOf(Method method, @Nullable Object[] table) {
		return (System.identityHashCode(method) * WIDTH) & (table.length - 1);
	}

	private static int next(int index, @Nullable Object[] table) {
		return (index + WIDTH) & (table.length - 1);
	}

}
