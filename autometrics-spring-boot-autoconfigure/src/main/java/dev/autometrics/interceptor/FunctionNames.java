package dev.autometrics.interceptor;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Distinct names for the functions of one type.
 * <p>
 * A function is named as its method. Overloads are told apart by their parameter types,
 * {@code place_Order} and {@code place_Order_boolean}; should that be ambiguous still, by
 * the qualified ones, and at last by a hash of the whole declaration. Names depend on
 * nothing but the instrumented methods of the type, so they are the same in every start
 * and on every instance. They keep to letters, digits, {@code _} and {@code $}, since
 * published dashboards match functions by such names only.
 */
final class FunctionNames {

	private static final List<Function<Method, String>> SUFFIXES = List.of((method) -> "",
			(method) -> parameters(method, Class::getSimpleName), (method) -> parameters(method, Class::getTypeName),
			(method) -> parameters(method, Class::getTypeName) + "_"
					+ Integer.toHexString(method.toString().hashCode()));

	private FunctionNames() {
	}

	/**
	 * Return the names of functions.
	 * @param wanted the methods and the names that they would have if they were alone
	 * @param taken names that other functions of the type have
	 * @return the methods and their names, no two of which are equal
	 */
	static Map<Method, String> distinct(Map<Method, String> wanted, Collection<String> taken) {
		if (wanted.isEmpty()) {
			return Map.of();
		}
		if (areDistinct(wanted.values(), taken)) {
			return wanted;
		}
		Map<Method, Integer> levels = new HashMap<>();
		wanted.keySet().forEach((method) -> levels.put(method, 0));
		List<Method> ambiguous = ambiguous(wanted, levels, taken);
		while (!ambiguous.isEmpty()) {
			ambiguous.forEach((method) -> levels.merge(method, 1, Integer::sum));
			ambiguous = ambiguous(wanted, levels, taken);
		}
		return names(wanted, levels);
	}

	private static boolean areDistinct(Collection<String> wanted, Collection<String> taken) {
		return new HashSet<>(wanted).size() == wanted.size() && Collections.disjoint(wanted, taken);
	}

	// Those of equal names that can still be told apart more precisely.
	private static List<Method> ambiguous(Map<Method, String> wanted, Map<Method, Integer> levels,
			Collection<String> taken) {
		Map<String, List<Method>> byName = new HashMap<>();
		names(wanted, levels)
			.forEach((method, name) -> byName.computeIfAbsent(name, (key) -> new ArrayList<>()).add(method));
		return byName.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().size() > 1 || taken.contains(entry.getKey()))
			.flatMap((entry) -> entry.getValue().stream())
			.filter((method) -> levels.getOrDefault(method, 0) < SUFFIXES.size() - 1)
			.toList();
	}

	private static Map<Method, String> names(Map<Method, String> wanted, Map<Method, Integer> levels) {
		Map<Method, String> names = new HashMap<>();
		wanted.forEach(
				(method, name) -> names.put(method, name + SUFFIXES.get(levels.getOrDefault(method, 0)).apply(method)));
		return names;
	}

	private static String parameters(Method method, Function<Class<?>, String> name) {
		return Arrays.stream(method.getParameterTypes())
			.map((type) -> "_" + name.apply(type).replace("[]", "Array").replace('.', '_'))
			.collect(Collectors.joining());
	}

}
