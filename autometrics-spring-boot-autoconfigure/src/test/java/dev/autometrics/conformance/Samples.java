package dev.autometrics.conformance;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Samples of a scrape, to be narrowed down.
 *
 * @param list the samples in the order of the scrape
 */
record Samples(List<Sample> list) {

	static final String CALLS = "function_calls_total";

	static final String BUCKET = "function_calls_duration_seconds_bucket";

	static final String COUNT = "function_calls_duration_seconds_count";

	static final String SUM = "function_calls_duration_seconds_sum";

	static final String CONCURRENT = "function_calls_concurrent";

	static final String BUILD_INFO = "build_info";

	Samples {
		list = List.copyOf(list);
	}

	Samples named(String name) {
		return new Samples(this.list.stream().filter((sample) -> sample.name().equals(name)).toList());
	}

	Samples with(String label, String value) {
		return new Samples(this.list.stream().filter((sample) -> sample.label(label).equals(value)).toList());
	}

	/**
	 * Narrow down to the functions of a type, as the default labels have it.
	 * @param type the type of the bean
	 * @return the samples of the type
	 */
	Samples of(Class<?> type) {
		return with("module", type.getName());
	}

	Set<String> values(String label) {
		return this.list.stream().map((sample) -> sample.label(label)).collect(Collectors.toSet());
	}

	double sum() {
		return this.list.stream().mapToDouble(Sample::value).sum();
	}

	Sample only() {
		if (this.list.size() != 1) {
			throw new AssertionError("Expected one sample, found " + this.list);
		}
		return this.list.get(0);
	}

}
