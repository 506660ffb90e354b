package dev.autometrics.compatibility.situation;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Statistic;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * Prints what the registries of an application have recorded, in the same words for all
 * kinds of registries.
 */
final class SituationSeries {

	private static final boolean MICROMETER = ClassUtils.isPresent("io.micrometer.core.instrument.MeterRegistry",
			SituationSeries.class.getClassLoader());

	private SituationSeries() {
	}

	static void print(ApplicationContext context) {
		if (MICROMETER) {
			Registries.print(context.getBeansOfType(MeterRegistry.class));
		}
	}

	/**
	 * Links to Micrometer, which need not be there.
	 */
	private static final class Registries {

		static void print(Map<String, MeterRegistry> registries) {
			registries.forEach((name, registry) -> {
				if (!(registry instanceof CompositeMeterRegistry)) {
					lines(registry)
						.forEach((line) -> SituationApplication.print(SituationReport.SERIES, name + " " + line));
				}
			});
		}

		private static Stream<String> lines(MeterRegistry registry) {
			return registry.getClass().getSimpleName().startsWith("Prometheus") ? Scrape.lines(registry)
					: registry.getMeters().stream().flatMap(Registries::line);
		}

		private static Stream<String> line(Meter meter) {
			return switch (meter.getId().getName()) {
				case "function.calls" -> Stream.of("function_calls_total" + labels(meter) + " " + value(meter));
				case "function.calls.duration" ->
					Stream.of("function_calls_duration_seconds_count" + labels(meter) + " " + (int) value(meter));
				case "build.info" -> Stream.of("build_info" + labels(meter) + " " + (int) value(meter));
				default -> Stream.empty();
			};
		}

		private static String labels(Meter meter) {
			return meter.getId()
				.getTags()
				.stream()
				.map((tag) -> tag.getKey().replace('.', '_') + "=\"" + tag.getValue() + "\"")
				.sorted()
				.collect(Collectors.joining(",", "{", "}"));
		}

		private static double value(Meter meter) {
			for (var measurement : meter.measure()) {
				if (measurement.getStatistic() != Statistic.TOTAL_TIME) {
					return measurement.getValue();
				}
			}
			return Double.NaN;
		}

	}

	/**
	 * Links to the registry of Prometheus, which need not be there.
	 */
	private static final class Scrape {

		static Stream<String> lines(MeterRegistry registry) {
			return ((PrometheusMeterRegistry) registry).scrape()
				.lines()
				.filter((line) -> line.startsWith("function_calls_total{") || line.startsWith("build_info{")
						|| line.startsWith("function_calls_duration_seconds_count{"));
		}

	}

}
