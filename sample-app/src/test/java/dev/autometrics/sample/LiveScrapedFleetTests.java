package dev.autometrics.sample;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

import dev.autometrics.model.FunctionId;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.ResultSettings;
import dev.autometrics.promql.FunctionQueries;
import dev.autometrics.promql.LabelMatchers;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/**
 * Lets a real Prometheus scrape three instances, two of one environment, until one of
 * these dies. From then on Prometheus knows that its series have ended.
 */
@RequiresPrometheus
class LiveScrapedFleetTests {

	private static final String CONFIGURATION = """
			global:
			  scrape_interval: 1s
			  scrape_timeout: 1s
			scrape_configs:
			  - job_name: shop
			    metrics_path: /actuator/prometheus
			    static_configs:
			      - targets: ['127.0.0.1:%d', '127.0.0.1:%d']
			        labels: { environment: prod }
			      - targets: ['127.0.0.1:%d']
			        labels: { environment: test }
			""";

	private static final InstrumentedFunction FUNCTION = new InstrumentedFunction(new FunctionId("module", "function"),
			"function()", null, false, ResultSettings.DEFAULT, Collections.emptySortedSet());

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@AutoClose
	private static MeasuredTarget survivor;

	@AutoClose
	private static MeasuredTarget test;

	@AutoClose
	private static PrometheusServer prometheus;

	private static double down;

	@BeforeAll
	static void letOneDie() {
		survivor = target("1");
		test = target("3");
		try (MeasuredTarget dying = target("2")) {
			prometheus = PrometheusServer.start(CONFIGURATION.formatted(survivor.port(), dying.port(), test.port()),
					(data) -> {
					});
			await().atMost(PATIENCE)
				.until(() -> prometheus.api().query("sum_over_time(up[1m]) >= 4"), (scraped) -> scraped.size() == 3);
		}
		await().atMost(PATIENCE).until(() -> prometheus.api().query("up == 0"), (dead) -> dead.size() == 1);
		down = System.currentTimeMillis() / 1000.0;
	}

	private static MeasuredTarget target(String version) {
		return new MeasuredTarget("shop", "any").version(version).calls("module", "function", "", "").start();
	}

	@Test
	void callsOfADeadInstanceKeepTheirVersion() {
		List<Sample> byVersion = ask("environment=\"prod\"", "requestRateByVersion");

		assertThat(byVersion).extracting((sample) -> sample.label("version")).containsExactlyInAnyOrder("1", "2");
		assertThat(byVersion).allMatch((sample) -> sample.value() > 0);
		assertThat(byVersion.stream().mapToDouble(Sample::value).sum())
			.isCloseTo(ask("environment=\"prod\"", "requestRate").get(0).value(), within(1e-9));
	}

	@Test
	void otherEnvironmentIsNotTouched() {
		assertThat(ask("environment=~\"te.t\"", "requestRateByVersion")).singleElement()
			.extracting((sample) -> sample.label("version"))
			.isEqualTo("3");
		assertThat(ask("", "requestRateByVersion")).extracting((sample) -> sample.label("version"))
			.containsExactlyInAnyOrder("1", "2", "3");
		assertThat(ask("environment=\"nowhere\"", "requestRate")).isEmpty();
	}

	// At one time, so that no scrape comes between.
	private static List<Sample> ask(String selector, String name) {
		String promql = new FunctionQueries("shop", LabelMatchers.parse(selector)).all(FUNCTION)
			.stream()
			.filter((query) -> query.name().equals(name))
			.findFirst()
			.orElseThrow()
			.promql();
		return prometheus.api().queryAt(down, promql);
	}

}
