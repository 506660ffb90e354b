package dev.autometrics.conformance;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.autometrics.Autometrics;
import dev.autometrics.conformance.app.Catalogue;
import dev.autometrics.conformance.app.Outcomes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

/**
 * The counter {@code function_calls_total}.
 */
class CallMetricsTests {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.start();
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("M1 the scrape has function_calls_total")
	void counterIsScraped(Form form) {
		Scrape scrape = application.scrape(form);

		assertThat(scrape.named(Samples.CALLS).list()).isNotEmpty();
		assertThat(scrape.types()).containsEntry((form == Form.TEXT) ? "function_calls_total" : "function_calls",
				"counter");
	}

	@Test
	@DisplayName("M2 the counter is monotonic and integral")
	void counterIsMonotonicAndIntegral() {
		Map<Map<String, String>, Double> before = valuesByLabels();
		application.bean(Outcomes.class).succeed();
		Map<Map<String, String>, Double> after = valuesByLabels();

		assertThat(after.keySet()).containsAll(before.keySet());
		after.forEach((labels, value) -> {
			assertThat(value).as("%s", labels).isGreaterThanOrEqualTo(before.getOrDefault(labels, 0.0));
			assertThat(Math.rint(value)).as("%s", labels).isEqualTo(value);
		});
		assertThat(total(after) - total(before)).isEqualTo(1);
	}

	@Test
	@DisplayName("Counters start at zero, for both results")
	void countersStartAtZero() {
		try (RunningApplication other = RunningApplication.start()) {
			List<Sample> counters = other.scrape()
				.named(Samples.CALLS)
				.of(Outcomes.class)
				.with("function", "succeed")
				.list();

			assertThat(counters).extracting((counter) -> counter.label("result"), Sample::value)
				.containsExactlyInAnyOrder(tuple("ok", 0.0), tuple("error", 0.0));
		}
	}

	private static Map<Map<String, String>, Double> valuesByLabels() {
		return application.scrape()
			.named(Samples.CALLS)
			.list()
			.stream()
			.collect(Collectors.toMap(Sample::labels, Sample::value));
	}

	private static double total(Map<?, Double> values) {
		return values.values().stream().mapToDouble(Double::doubleValue).sum();
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("M3 the counter always carries function, module, service_name and result")
	void counterCarriesItsLabels(Form form) {
		List<Sample> samples = application.scrape(form).named(Samples.CALLS).list();

		for (String label : List.of("function", "module", "service_name", "result")) {
			assertThat(samples).as(label).noneMatch((sample) -> sample.label(label).isEmpty());
		}
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("M15 without an objective its labels are absent or empty")
	void labelsOfObjectivesAreEmpty(Form form) {
		Samples samples = application.scrape(form).samples();

		for (String metric : List.of(Samples.CALLS, Samples.BUCKET, Samples.COUNT, Samples.SUM)) {
			assertThat(samples.named(metric).list()).isNotEmpty()
				.allMatch((sample) -> sample.label("objective_name").isEmpty())
				.allMatch((sample) -> sample.label("objective_percentile").isEmpty())
				.allMatch((sample) -> sample.label("objective_latency_threshold").isEmpty());
		}
	}

	@Test
	@DisplayName("M16 the result is ok or error and nothing else")
	void resultIsOkOrError() {
		Outcomes outcomes = application.bean(Outcomes.class);
		List<Throwable> failures = List.of(new IOException("checked"), new IllegalStateException("unchecked"),
				new AssertionError("error"));

		failures.forEach((failure) -> assertThat(catchThrowable(() -> outcomes.fail(failure))).isSameAs(failure));

		assertThat(calls("fail", "error")).isEqualTo(3);
		assertThat(calls("fail", "ok")).isZero();
		assertThat(application.scrape().named(Samples.CALLS).values("result")).containsExactlyInAnyOrder("ok", "error");
	}

	@Test
	@DisplayName("M17 the result is ok where it cannot be told")
	void resultIsOkInDoubt() {
		Outcomes outcomes = application.bean(Outcomes.class);

		assertThat(outcomes.returnFailure()).isInstanceOf(IllegalStateException.class);
		assertThat(outcomes.returnNothing()).isNull();
		assertThat(outcomes.returnUnfinished()).isNotDone();

		for (String function : List.of("returnFailure", "returnNothing", "returnUnfinished")) {
			assertThat(calls(function, "ok")).as(function).isEqualTo(1);
			assertThat(calls(function, "error")).as(function).isZero();
		}
	}

	private static double calls(String function, String result) {
		return application.scrape()
			.named(Samples.CALLS)
			.of(Outcomes.class)
			.with("function", function)
			.with("result", result)
			.sum();
	}

	@Test
	@DisplayName("S1 the annotation is Autometrics")
	void annotationHasItsName() {
		assertThat(Autometrics.class.isAnnotation()).isTrue();
		assertThat(Autometrics.class.getSimpleName()).isEqualTo("Autometrics");
		assertThat(Outcomes.class).hasAnnotation(Autometrics.class);
		assertThat(application.scrape().samples().of(Outcomes.class).list()).isNotEmpty();
	}

	@Test
	@DisplayName("S2 a method of a marked class can be skipped")
	void methodCanBeSkipped() {
		Catalogue catalogue = application.bean(Catalogue.class);

		catalogue.search();
		catalogue.ping();

		Samples samples = application.scrape().samples().of(Catalogue.class);
		assertThat(samples.values("function")).containsExactly("search");
		assertThat(samples.named(Samples.CALLS).sum()).isEqualTo(1);
	}

	@Test
	@DisplayName("S3 metrics leave as Prometheus text, in both of its forms")
	void metricsLeaveInBothForms() {
		Scrape text = application.scrape(Form.TEXT);
		Scrape openMetrics = application.scrape(Form.OPEN_METRICS);

		assertThat(text.contentType()).startsWith(Form.TEXT.mediaType()).contains("version=0.0.4");
		assertThat(openMetrics.contentType()).startsWith(Form.OPEN_METRICS.mediaType()).contains("version=1.0.0");
		assertThat(openMetrics.text()).endsWith("# EOF\n");
		for (String metric : List.of(Samples.CALLS, Samples.BUCKET, Samples.COUNT, Samples.SUM, Samples.BUILD_INFO)) {
			assertThat(openMetrics.named(metric).list()).as(metric)
				.isNotEmpty()
				.containsExactlyInAnyOrderElementsOf(text.named(metric).list());
		}
	}

}
