package dev.autometrics.conformance;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.autometrics.conformance.app.Gate;
import dev.autometrics.conformance.app.Slow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The histogram {@code function_calls_duration_seconds} and the gauge
 * {@code function_calls_concurrent}.
 */
class DurationMetricsTests {

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
	@DisplayName("M4 the scrape has the buckets, sum and count of function_calls_duration_seconds")
	void histogramIsScraped(Form form) {
		Scrape scrape = application.scrape(form);

		assertThat(scrape.types()).containsEntry("function_calls_duration_seconds", "histogram");
		for (String metric : List.of(Samples.BUCKET, Samples.COUNT, Samples.SUM)) {
			assertThat(scrape.named(metric).list()).as(metric).isNotEmpty();
		}
	}

	@Test
	@DisplayName("M5 durations are in seconds")
	void durationsAreInSeconds() {
		application.bean(Slow.class).take(Duration.ofMillis(200));

		Samples slow = application.scrape().samples().of(Slow.class);
		assertThat(slow.named(Samples.COUNT).only().value()).isEqualTo(1);
		assertThat(slow.named(Samples.SUM).only().value()).isGreaterThanOrEqualTo(0.2).isLessThan(20);
		assertThat(slow.named(Samples.BUCKET).with("le", "0.1").only().value()).isZero();
		assertThat(slow.named(Samples.BUCKET).with("le", "+Inf").only().value()).isEqualTo(1);
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("M6 the histogram always carries function, module and service_name")
	void histogramCarriesItsLabels(Form form) {
		Samples samples = application.scrape(form).samples();

		for (String metric : List.of(Samples.BUCKET, Samples.COUNT, Samples.SUM)) {
			assertThat(samples.named(metric).list()).as(metric)
				.noneMatch((sample) -> sample.label("function").isEmpty())
				.noneMatch((sample) -> sample.label("module").isEmpty())
				.noneMatch((sample) -> sample.label("service_name").isEmpty());
		}
	}

	@Test
	@DisplayName("M10 the concurrency gauge, where on, is function_calls_concurrent with function, module, service_name")
	void concurrencyIsPublishedWhereItIsOn() throws Exception {
		CountDownLatch entered = new CountDownLatch(2);
		CountDownLatch opened = new CountDownLatch(1);
		Gate gate = application.bean(Gate.class);
		gate.bypass();
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			List<Future<?>> calls = List.of(threads.submit(() -> pass(gate, entered, opened)),
					threads.submit(() -> pass(gate, entered, opened)));

			assertThat(entered.await(30, TimeUnit.SECONDS)).isTrue();
			assertThat(concurrent(Form.TEXT)).isEqualTo(2);
			assertThat(concurrent(Form.OPEN_METRICS)).isEqualTo(2);

			opened.countDown();
			for (Future<?> call : calls) {
				call.get(30, TimeUnit.SECONDS);
			}
			assertThat(concurrent(Form.TEXT)).isZero();
		}
		finally {
			opened.countDown();
			threads.shutdown();
		}
	}

	private static Void pass(Gate gate, CountDownLatch entered, CountDownLatch opened) throws InterruptedException {
		gate.pass(entered, opened);
		return null;
	}

	private static double concurrent(Form form) {
		Scrape scrape = application.scrape(form);
		Sample gauge = scrape.named(Samples.CONCURRENT).only();
		assertThat(scrape.types()).containsEntry(Samples.CONCURRENT, "gauge");
		assertThat(gauge.labels()).containsOnlyKeys("function", "module", "service_name")
			.containsEntry("function", "pass")
			.containsEntry("module", Gate.class.getName());
		assertThat(gauge.label("service_name")).isNotEmpty();
		return gauge.value();
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("S5 the default le set is exactly the 14 bounds and +Inf")
	void bucketsAreThoseOfTheSpecification(Form form) {
		assertBuckets(application.scrape(form), List.of("0.005", "0.01", "0.025", "0.05", "0.075", "0.1", "0.25", "0.5",
				"0.75", "1.0", "2.5", "5.0", "7.5", "10.0", "+Inf"));
	}

	@Test
	@DisplayName("S6 the user can replace the le set")
	void bucketsCanBeReplaced() {
		try (RunningApplication other = RunningApplication.start("autometrics.buckets=3s,20ms,250ms")) {
			List<String> bounds = List.of("0.02", "0.25", "3.0", "+Inf");

			assertBuckets(other.scrape(Form.TEXT), bounds);
			assertBuckets(other.scrape(Form.OPEN_METRICS), bounds);
		}
	}

	private static void assertBuckets(Scrape scrape, List<String> bounds) {
		List<Sample> functions = scrape.named(Samples.COUNT).list();
		Samples buckets = scrape.named(Samples.BUCKET);
		assertThat(functions).isNotEmpty().allSatisfy((function) -> {
			Samples own = buckets.with("module", function.label("module")).with("function", function.label("function"));
			assertThat(own.list()).extracting((bucket) -> bucket.label("le")).containsExactlyElementsOf(bounds);
		});
	}

}
