package dev.autometrics.benchmarks;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.openjdk.jmh.results.RunResult;

/**
 * The applications that are started. All have the same beans.
 */
enum StartupVariant {

	/**
	 * Annotated beans, and nothing that makes a proxy of them.
	 */
	NO_ADVISOR("noAdvisor", "annotated beans, no advisor"),

	/**
	 * Annotated beans with advice that does nothing.
	 */
	EMPTY_ADVISOR("emptyAdvisor", "annotated beans, empty advisor"),

	/**
	 * Annotated beans and this library.
	 */
	AUTOMETRICS("autometrics", "annotated beans, this library"),

	/**
	 * The same, with properties that let it take so many functions and callers. They have
	 * to be bound.
	 */
	CONFIGURED("configured", "annotated beans, this library, two properties set"),

	/**
	 * Beans without the annotation, and without this library.
	 */
	EXCLUDED("excluded", "no annotation, library excluded"),

	/**
	 * Beans without the annotation, and this library.
	 */
	UNUSED("unused", "no annotation, this library");

	private final String benchmark;

	private final String title;

	StartupVariant(String benchmark, String title) {
		this.benchmark = benchmark;
		this.title = title;
	}

	String title() {
		return this.title;
	}

	List<Class<?>> beans() {
		return isAnnotated() ? FunctionClasses.annotated() : FunctionClasses.bare();
	}

	boolean isAnnotated() {
		return this != EXCLUDED && this != UNUSED;
	}

	boolean hasLibrary() {
		return this == AUTOMETRICS || this == CONFIGURED || this == UNUSED;
	}

	boolean isVariantOf(RunResult result, Class<?> benchmarks) {
		return result.getParams().getBenchmark().equals(benchmarks.getName() + "." + this.benchmark);
	}

	/**
	 * Return what matches the benchmarks of the start, one for each variant.
	 * @return regular expressions
	 */
	static List<String> benchmarks() {
		return Stream.of(values())
			.map((variant) -> Pattern.quote(StartupBenchmarks.class.getName() + "." + variant.benchmark) + "$")
			.toList();
	}

}
