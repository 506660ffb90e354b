package dev.autometrics.compatibility.matrix;

import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The series of functions that Prometheus would read, all of them.
 */
final class Series {

	/**
	 * What an application is configured with whose series are looked at.
	 */
	static final String[] PROPERTIES = { "spring.main.banner-mode=off", "spring.config.name=compatibility",
			"spring.application.name=matrix", "server.address=127.0.0.1", "server.port=0",
			"autometrics.repository.detect=false", "autometrics.track-concurrency=true", "spring.jmx.enabled=false",
			"management.prometheus.metrics.export.enabled=true", "logging.level.root=warn" };

	private Series() {
	}

	/**
	 * Assert that an application shows the series of these functions and no other.
	 * @param context the context of the application
	 * @param calls the calls of each function that there is
	 */
	static void assertOnly(ApplicationContext context, Calls... calls) {
		SortedSet<String> expected = new TreeSet<>();
		Arrays.stream(calls).forEach((function) -> expected.addAll(function.series()));
		assertThat(String.join("\n", in(context))).isEqualTo(String.join("\n", expected));
	}

	private static SortedSet<String> in(ApplicationContext context) {
		return context.getBean(PrometheusMeterRegistry.class)
			.scrape()
			.lines()
			.filter((line) -> line.startsWith("function_"))
			.map(Series::withoutTimes)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static String withoutTimes(String line) {
		if (line.matches("\\w+_(sum|max|bucket)\\{.*")) {
			return line.substring(0, line.lastIndexOf(' ')).replaceAll(",le=\"[^\"]*\"", "");
		}
		return line;
	}

}
