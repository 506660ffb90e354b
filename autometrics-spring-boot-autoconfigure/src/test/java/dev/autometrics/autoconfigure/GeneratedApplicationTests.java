package dev.autometrics.autoconfigure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.autometrics.model.FunctionCatalog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the search for problems in an application of 200 beans that has none.
 */
class GeneratedApplicationTests {

	private static final int BEANS = 200;

	/**
	 * What is in ordinary classes and may look like a problem: helpers of all kinds,
	 * lambdas, method references, an object of the same class, final methods without
	 * state, overloads, super calls, generics, nested classes.
	 */
	private static final String SOURCE = """
			package com.acme.generated;

			import java.util.*;
			import java.util.function.*;
			import dev.autometrics.*;

			%2$s
			public class Service%1$d extends Service%1$dBase<String> implements Comparable<Service%1$d> {
				private final Map<String, Integer> state = new HashMap<>();
				private Service%1$d self;
				%3$s public int place(String order) { return helper(order) + twice(order.length()) + global(); }
				%3$s public int place(String order, boolean urgent) { return urgent ? helper(order) : 0; }
				%3$s public List<String> all(List<String> orders) {
					orders.forEach((order) -> this.state.merge(order, 1, Integer::sum));
					return orders.stream().map(this::name).filter(Service%1$d::isName).sorted(Comparator.comparing(String::length)).toList();
				}
				%3$s public void viaItself() { this.self.place(""); }
				%3$s @Override public String load(String key) { return super.load(key) + name(key); }
				final String version() { return "1"; }
				private int helper(String order) { return this.state.getOrDefault(order, 0); }
				private String name(String order) { return order.trim(); }
				private static boolean isName(String value) { return !value.isEmpty(); }
				static int global() { return 1; }
				final int twice(int value) { return 2 * value; }
				@Override public int compareTo(Service%1$d other) { return this.hashCode() - other.hashCode(); }
				@Override public boolean equals(Object other) { return other instanceof Service%1$d service && compareTo(service) == 0; }
				@Override public int hashCode() { return 7; }
				@Override public String toString() { return "Service" + hashCode(); }
				private record Line(String article, int count) { int total() { return count() * 2; } }
			}
			abstract class Service%1$dBase<K> {
				public String load(K key) { return String.valueOf(key); }
			}
			""";

	@TempDir
	static Path folder;

	private static List<Class<?>> classes;

	@BeforeAll
	static void compile() throws Exception {
		Map<String, String> sources = new LinkedHashMap<>();
		for (int i = 0; i < BEANS; i++) {
			boolean ofType = i % 2 == 0;
			sources.put("Service" + i, SOURCE.formatted(i, ofType ? "@Autometrics" : "", ofType ? "" : "@Autometrics"));
		}
		ClassLoader loader = CompiledClasses.compile(folder, sources);
		classes = new ArrayList<>();
		for (String name : sources.keySet()) {
			classes.add(loader.loadClass("com.acme.generated." + name));
		}
	}

	@Test
	void hasNoProblem() {
		FoundProblems.runner((registry) -> {
		})
			.withPropertyValues("autometrics.limits.functions=2000")
			.withClassLoader(classes.get(0).getClassLoader())
			.withInitializer((context) -> classes
				.forEach((type) -> ((GenericApplicationContext) context).registerBean(type.getSimpleName(), type)))
			.run((context) -> {
				assertThat(context.getBean(FunctionCatalog.class).snapshot()).hasSizeGreaterThanOrEqualTo(BEANS * 5);
				FoundProblems.assertThatProblems(context).isEmpty();
			});
	}

}
