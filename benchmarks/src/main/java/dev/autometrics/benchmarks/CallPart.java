package dev.autometrics.benchmarks;

import java.util.List;
import java.util.stream.Stream;

import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;

/**
 * Where the time of a measured call goes. The innermost frame that belongs to a part
 * decides.
 */
enum CallPart {

	/**
	 * Readings of the clock, by the library and within Micrometer's timer.
	 */
	CLOCK("readings of the clock", ".*[.](wallTime|monotonicTime|nanoTime|currentTimeMillis)|.*CallRecorder[.]time"),

	/**
	 * Micrometer and the Prometheus client.
	 */
	METERS("the rest of Micrometer's timer and counter", "io[.](micrometer|prometheus)[.].*"),

	/**
	 * Spring's proxy and the reflection that it does.
	 */
	PROXY("Spring's proxy",
			".*[$][$]SpringCGLIB[$][$].*|org[.]springframework[.].*|(java[.]lang|jdk[.]internal)[.]reflect[.].*"),

	/**
	 * What is called: the benchmark and the function.
	 */
	BENCHMARK("the benchmark and the function", "dev[.]autometrics[.]benchmarks[.].*"),

	/**
	 * The library.
	 */
	LIBRARY("the library", "dev[.]autometrics[.].*"),

	/**
	 * Anything else.
	 */
	OTHER("other", ".*");

	private final String title;

	private final String frames;

	CallPart(String title, String frames) {
		this.title = title;
		this.frames = frames;
	}

	String title() {
		return this.title;
	}

	/**
	 * Return the part that a sample belongs to.
	 * @param stack its frames, innermost first
	 * @return the part
	 */
	static CallPart of(List<RecordedFrame> stack) {
		return stack.stream().map(CallPart::of).filter((part) -> part != OTHER).findFirst().orElse(OTHER);
	}

	private static CallPart of(RecordedFrame frame) {
		RecordedMethod method = frame.getMethod();
		return of(method.getType().getName() + "." + method.getName());
	}

	static CallPart of(String frame) {
		return Stream.of(values()).filter((part) -> frame.matches(part.frames)).findFirst().orElseThrow();
	}

}
