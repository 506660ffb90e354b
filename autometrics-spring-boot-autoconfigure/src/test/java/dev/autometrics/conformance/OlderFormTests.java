package dev.autometrics.conformance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import dev.autometrics.conformance.app.Chain.Entry;
import dev.autometrics.conformance.app.Chain.Leaf;
import dev.autometrics.conformance.app.Outcomes;
import dev.autometrics.conformance.app.Promises;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * The form of release 0.5, as its published expectations have it.
 */
class OlderFormTests {

	private static final String CALLS = "function_calls_count_total";

	private static final String BUCKET = "function_calls_duration_bucket";

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.start("spring.profiles.active=older", "autometrics.metrics-format=0.5",
				"autometrics.version=1.2", "autometrics.commit=abc", "autometrics.track-concurrency=true",
				"autometrics.prometheus.url=http://prometheus:9090/base/",
				"autometrics.objectives.test_objective.success-rate=90",
				"autometrics.objectives.test_objective.latency.threshold=100ms",
				"autometrics.objectives.test_objective.latency.percentile=99");
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void counterIsAsPublished() {
		application.bean(Entry.class).callDirectly();

		assertThat(application.scrape().text().lines())
			.contains("function_calls_count_total{caller=\"callDirectly\",function=\"direct\",module=\""
					+ Leaf.class.getName() + "\",objective_name=\"\",objective_percentile=\"\",result=\"ok\"} 1.0");
	}

	@Test
	void histogramIsAsPublished() {
		application.bean(Outcomes.class).succeed();

		Samples samples = application.scrape().samples().of(Outcomes.class).with("function", "succeed");
		Map<String, String> labels = Map.of("function", "succeed", "module", Outcomes.class.getName(),
				"objective_latency_threshold", "", "objective_name", "", "objective_percentile", "");
		assertThat(samples.named("function_calls_duration_count").list())
			.containsExactly(new Sample("function_calls_duration_count", labels, 1));
		assertThat(samples.named("function_calls_duration_sum").only().labels()).isEqualTo(labels);
		assertThat(samples.named("function_calls_duration_sum").only().value()).isPositive().isLessThan(30);
		assertThat(samples.named(BUCKET).with("le", "0.005").only().labels()).isEqualTo(with(labels, "le", "0.005"));
	}

	private static Map<String, String> with(Map<String, String> labels, String name, String value) {
		Map<String, String> more = new HashMap<>(labels);
		more.put(name, value);
		return more;
	}

	@Test
	void objectiveIsAsPublished() {
		application.bean(Promises.class).keep(Duration.ofMillis(250));

		Samples samples = application.scrape().samples().of(Promises.class).with("function", "keep");
		assertThat(samples.named(CALLS).list()).hasSize(2).allSatisfy((counter) -> {
			assertThat(counter.label("objective_name")).isEqualTo("test_objective");
			assertThat(counter.label("objective_percentile")).isEqualTo("90");
		});
		assertThat(samples.named(BUCKET).list()).hasSize(15).allSatisfy((bucket) -> {
			assertThat(bucket.label("objective_name")).isEqualTo("test_objective");
			assertThat(bucket.label("objective_percentile")).isEqualTo("99");
			assertThat(bucket.label("objective_latency_threshold")).isEqualTo("0.1");
		});
		for (String below : List.of("0.005", "0.01", "0.025", "0.05", "0.075", "0.1", "0.25")) {
			assertThat(samples.named(BUCKET).with("le", below).only().value()).as(below).isZero();
		}
		// A machine that is busy may need longer.
		assertThat(samples.named(BUCKET).with("le", "+Inf").only().value()).isOne();
	}

	@Test
	void exceptionCountsAsErrorAndReachesTheCallerUnchanged() {
		RuntimeException failure = new IllegalStateException("as it is");

		assertThat(catchThrowable(() -> application.bean(Promises.class).breakWith(failure))).isSameAs(failure);

		assertThat(calls("breakWith", "error")).isOne();
		assertThat(calls("breakWith", "ok")).isZero();
	}

	@Test
	void asynchronousFunctionIsMeasuredToItsEnd() {
		CompletableFuture<String> end = new CompletableFuture<>();

		CompletableFuture<String> returned = application.bean(Promises.class).keepLater(end);

		assertThat(returned).isSameAs(end).isNotDone();
		assertThat(calls("keepLater", "ok")).isZero();
		end.complete("kept");
		assertThat(calls("keepLater", "ok")).isOne();
	}

	private static double calls(String function, String result) {
		return application.scrape()
			.named(CALLS)
			.of(Promises.class)
			.with("function", function)
			.with("result", result)
			.sum();
	}

	@ParameterizedTest
	@EnumSource
	void namesAndLabelsAreThoseOfTheOlderForm(Form form) {
		Scrape scrape = application.scrape(form);

		assertThat(scrape.text()).doesNotContain("function_calls_total", "_seconds_bucket{f");
		assertThat(scrape.types()).containsEntry("function_calls_duration", "histogram");
		assertLabels(scrape, CALLS, "function", "module", "result", "caller", "objective_name", "objective_percentile");
		assertLabels(scrape, "function_calls_duration_count", "function", "module", "objective_name",
				"objective_percentile", "objective_latency_threshold");
		assertLabels(scrape, "function_calls_concurrent", "function", "module");
		assertThat(scrape.named(Samples.BUILD_INFO).list())
			.containsExactly(new Sample("build_info", Map.of("version", "1.2", "commit", "abc"), 1));
	}

	private static void assertLabels(Scrape scrape, String metric, String... labels) {
		assertThat(scrape.named(metric).list()).as(metric)
			.isNotEmpty()
			.allSatisfy((sample) -> assertThat(sample.labels().keySet()).isEqualTo(Set.of(labels)));
	}

	@Test
	@SuppressWarnings("unchecked")
	void endpointHasTheThreeLinks() {
		List<Map<String, Object>> functions = (List<Map<String, Object>>) application.describe().get("functions");
		Map<String, Object> function = functions.stream()
			.filter((each) -> each.get("function").equals("succeed"))
			.findFirst()
			.orElseThrow();
		List<Map<String, String>> queries = (List<Map<String, String>>) function.get("queries");

		assertThat(queries).extracting((query) -> query.get("title"))
			.containsExactly("Request rate", "Latency", "Error Ratio");
		assertThat(queries).allSatisfy((query) -> {
			assertThat(query.get("promql"))
				.contains("{function=\"succeed\",module=\"" + Outcomes.class.getName() + "\"", "build_info",
						"function, module, commit, version", "group_left (version, commit)")
				.doesNotContain("service_name", "_seconds");
			assertThat((Map<String, String>) function.get("links")).containsEntry(query.get("name"),
					"http://prometheus:9090/base/graph?g0.expr="
							+ URLEncoder.encode(query.get("promql"), StandardCharsets.UTF_8).replace("+", "%20")
							+ "&g0.tab=0");
		});
		assertThat((Map<String, String>) function.get("labels")).containsOnlyKeys("function", "module");
		assertThat(((Map<String, String>) application.describe().get("service")).get("autometricsVersion"))
			.isEqualTo("0.5");
	}

	@ParameterizedTest
	@ValueSource(strings = { "rules", "dashboards", "dashboards/overview" })
	void thereAreNoFiles(String file) {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> application.read("/actuator/autometrics/" + file))
			.withMessageContaining("answers 404")
			.withMessageContaining("Remove autometrics.metrics-format=0.5 to have them");
	}

}
