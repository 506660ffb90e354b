package dev.autometrics.sample;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import dev.autometrics.Autometrics;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.test.util.TestSocketUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Sends what the published dashboards ask to a Prometheus that scrapes the shop, without
 * any setting that is made for them.
 */
@RequiresPrometheus
class PublishedDashboardTests {

	// By which the overview finds a function, and no others.
	private static final Pattern FUNCTION = Pattern.compile("\\w+");

	private static final int CALLS = 20;

	@AutoClose
	private static PrometheusServer prometheus;

	@AutoClose
	private static RunningShop shop;

	@BeforeAll
	static void makeCalls() {
		int port = TestSocketUtils.findAvailableTcpPort();
		prometheus = PrometheusServer.scraping(port);
		shop = RunningShop.start(Map.of("server.port", port, "autometrics.version", "1.2.3", "autometrics.commit",
				"c0ffee", "shop.shopper.enabled", false), Counter.class);
		prometheus.awaitScrape();
		IntStream.range(0, CALLS).forEach((number) -> {
			try {
				shop.bean(Counter.class).sell(number);
			}
			catch (DeliberateException ex) {
				// Every fourth call fails.
			}
		});
		prometheus.awaitScrape();
	}

	@Test
	void everyPanelOfFunctionsHasDataOfTheFunction() {
		assertThat(PublishedQueries.ofFunctions("sell|nothing"))
			.allSatisfy((panel, promql) -> assertThat(prometheus.api().query(promql)).as(panel).anySatisfy((sample) -> {
				assertThat(sample.label("function")).isEqualTo("sell");
				assertThat(sample.label("module")).isEqualTo(Counter.class.getName());
				assertThat(sample.value()).isFinite();
			}));
	}

	@Test
	void explorerTellsTheVersion() {
		List<Sample> rates = prometheus.api()
			.query(PublishedQueries.ofFunctions("sell").get("Function Explorer: Request Rate"));

		assertThat(rates).singleElement()
			.satisfies((rate) -> assertThat(rate.labels()).contains(Map.entry("version", "1.2.3"),
					Map.entry("commit", "c0ffee")));
	}

	@Test
	void ratiosAreThoseOfTheCalls() {
		Map<String, String> objectives = PublishedQueries.ofObjectives("shop-api", "0.25");

		assertThat(only(PublishedQueries.ofFunctions("sell").get("Function Explorer: Error Ratio"))).isCloseTo(0.25,
				within(1e-6));
		assertThat(only(objectives.get("Success Rate"))).isCloseTo(0.75, within(1e-6));
		assertThat(only(objectives.get("Error Rate by Function"))).isCloseTo(0.25, within(1e-6));
	}

	@Test
	void thresholdOfTheLabelFindsItsBucket() {
		String threshold = prometheus.api()
			.labelValues("objective_latency_threshold", "function_calls_duration_seconds_count{function=\"sell\"}")
			.get(0);
		Map<String, String> objectives = PublishedQueries.ofObjectives("shop-api", threshold);

		assertThat(only(objectives.get("Requests under the threshold"))).isEqualTo(1);
		assertThat(prometheus.api().query(objectives.get("Requests over the threshold by Function")))
			.filteredOn((sample) -> sample.label("function").equals("sell"))
			.extracting(Sample::value)
			.containsExactly(0.0);
	}

	@Test
	void overviewFindsEveryFunctionByItsName() {
		assertThat(prometheus.api().labelValues("function", PublishedQueries.calls("")))
			.contains("sell", "annualReport")
			.allMatch((function) -> FUNCTION.matcher(function).matches());
	}

	private static double only(String promql) {
		List<Sample> samples = prometheus.api().query(promql);
		assertThat(samples).hasSize(1);
		return samples.get(0).value();
	}

	/**
	 * A function of the shop's interface of which every fourth call fails.
	 */
	static class Counter {

		@Autometrics(objective = "shop-api")
		void sell(int number) {
			if (number % 4 == 0) {
				throw new DeliberateException();
			}
		}

	}

}
