package dev.autometrics.sample;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.autometrics.sample.MeasuredBeans.Back;
import dev.autometrics.sample.MeasuredBeans.Front;
import dev.autometrics.sample.MeasuredBeans.Gate;
import dev.autometrics.sample.MeasuredBeans.Sleeper;
import dev.autometrics.sample.MeasuredBeans.Ticker;
import dev.autometrics.sample.report.ReportService;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.test.util.TestSocketUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.awaitility.Awaitility.await;

/**
 * Asks a real Prometheus what the shop prints, and compares the answers with calls that
 * the test has made.
 * <p>
 * The series are younger than the window of five minutes. A rate over it is then the
 * number of calls, divided by 300 seconds, and precisely so at the time of a scrape: the
 * counters stood at zero in an earlier one, and there is nothing to extrapolate to.
 */
@RequiresPrometheus
class LivePrometheusTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final double WINDOW = 300;

	private static final double ROUNDING = 1e-9;

	private static final int TICKS = 800;

	private static final int TICKS_PER_SECOND = 20;

	private static final int SHORT_NAPS = 20;

	private static final int LONG_NAPS = 5;

	private static final int QUESTIONS = 100;

	@AutoClose
	private static PrometheusServer prometheus;

	@AutoClose
	private static RunningShop shop;

	@AutoClose
	private static SteadyCalls ticks;

	private static double lastTick;

	private static double settled;

	@BeforeAll
	static void makeCalls() throws Exception {
		int port = TestSocketUtils.findAvailableTcpPort();
		prometheus = PrometheusServer.scraping(port);
		shop = RunningShop.start(
				Map.of("server.port", port, "autometrics.prometheus.url", prometheus.url(), "autometrics.version",
						"1.2.3", "autometrics.commit", "c0ffee", "shop.shopper.enabled", false),
				Ticker.class, Sleeper.class, Gate.class, Front.class, Back.class);
		// The series of a caller are there from its first call on.
		shop.bean(Front.class).ask(1);
		prometheus.awaitScrape();
		ticks = new SteadyCalls(TICKS_PER_SECOND, TICKS, shop.bean(Ticker.class)::tick);
		IntStream.range(0, SHORT_NAPS).forEach((nap) -> shop.bean(Sleeper.class).nap(0));
		IntStream.range(0, LONG_NAPS).forEach((nap) -> shop.bean(Sleeper.class).nap(350));
		IntStream.rangeClosed(1, QUESTIONS).forEach(shop.bean(Front.class)::ask);
		lastTick = ticks.awaitLast();
		settled = prometheus.awaitScrape();
	}

	@Test
	void answersEveryQueryAndOpensEveryLink() {
		new EveryQuery(prometheus).assertAnswered(shop);
	}

	@Test
	void requestRateIsTheNumberOfCallsOverTheWindow() {
		Sample rate = ask(Ticker.class, "tick", "requestRate");

		assertThat(rate.value() * WINDOW).isCloseTo(TICKS, within(ROUNDING));
		assertThat(rate.labels()).containsOnly(Map.entry("function", "tick"),
				Map.entry("module", Ticker.class.getName()), Map.entry("service_name", "shop"));
	}

	@Test
	void requestRateIsThePaceOnceTheWindowIsFull() {
		String promql = shop.function(Ticker.class, "tick").query("requestRate").replace("[5m]", "[30s]");
		double scraped = prometheus.api().queryAt(lastTick - 1, "timestamp(up)").get(0).value();

		double rate = only(prometheus.api().queryAt(scraped, promql)).value();

		double truth = ticks.endedBetween(scraped - 30, scraped) / 30.0;
		assertThat(truth).isCloseTo(TICKS_PER_SECOND, withinPercentage(5));
		assertThat(rate).isCloseTo(truth, withinPercentage(5));
	}

	@Test
	void errorRatioIsTheShareOfFailedCalls() {
		assertThat(ask(Ticker.class, "tick", "errorRatio").value()).isCloseTo(0.25, within(ROUNDING));
		assertThat(ask(Sleeper.class, "nap", "errorRatio").value()).isZero();
	}

	@Test
	void quantilesAreInTheBucketsOfTheDurations() {
		Map<String, Double> quantiles = askAll(Sleeper.class, "nap", "latency").stream()
			.collect(Collectors.toMap((sample) -> sample.label("percentile_latency"), Sample::value));

		assertThat(quantiles).containsOnlyKeys("99", "95", "50");
		assertThat(quantiles.get("50")).isBetween(0.0, 0.005);
		assertThat(quantiles.get("95")).isBetween(0.25, 0.5);
		assertThat(quantiles.get("99")).isBetween(0.25, 0.5);
	}

	@Test
	void bucketsAreThoseOfTheSpecificationAndCountEveryCall() {
		Map<Double, Double> buckets = askAll(Sleeper.class, "nap", "latencyBuckets").stream()
			.collect(Collectors.toMap((sample) -> bound(sample.label("le")), (sample) -> sample.value() * WINDOW));

		assertThat(buckets).containsOnlyKeys(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5,
				10.0, Double.POSITIVE_INFINITY);
		assertThat(buckets.get(0.25)).isCloseTo(SHORT_NAPS, within(ROUNDING));
		assertThat(buckets.get(Double.POSITIVE_INFINITY)).isCloseTo(SHORT_NAPS + LONG_NAPS, within(ROUNDING));
	}

	private static double bound(String le) {
		return "+Inf".equals(le) ? Double.POSITIVE_INFINITY : Double.parseDouble(le);
	}

	// The series of a caller start at one, not at zero: their rates are extrapolated a
	// little beyond their first scrape.
	@Test
	void tellsCallersApart() {
		Map<String, Sample> rates = byLabel(askAll(Back.class, "answer", "requestRateByCaller"), "caller_function");
		Map<String, Sample> ratios = byLabel(askAll(Back.class, "answer", "errorRatioByCaller"), "caller_function");

		assertThat(rates).containsOnlyKeys("", "ask");
		assertThat(rates.get("").value()).isZero();
		assertThat(rates.get("ask").label("caller_module")).isEqualTo(Front.class.getName());
		assertThat(rates.get("ask").value() * WINDOW).isCloseTo(QUESTIONS, withinPercentage(3));
		assertThat(ratios).containsOnlyKeys("ask");
		assertThat(ratios.get("ask").value()).isCloseTo(0.2, withinPercentage(3));
	}

	@Test
	void tellsCallees() {
		Sample rate = ask(Front.class, "ask", "calleeRequestRate");
		Sample ratio = ask(Front.class, "ask", "calleeErrorRatio");

		assertThat(rate.labels())
			.containsOnly(Map.entry("function", "answer"), Map.entry("module", Back.class.getName()))
			.isEqualTo(ratio.labels());
		assertThat(rate.value() * WINDOW).isCloseTo(QUESTIONS, withinPercentage(3));
		assertThat(ratio.value()).isCloseTo(0.2, withinPercentage(3));
		assertThat(ask(Front.class, "ask", "errorRatio").value()).isZero();
		assertThat(askAll(Back.class, "answer", "calleeRequestRate")).isEmpty();
	}

	@Test
	void gaugeShowsTheCallsUnderWay() {
		String promql = shop.function(Gate.class, "pass").query("concurrentCalls");
		Gate gate = shop.bean(Gate.class);
		ExecutorService callers = Executors.newFixedThreadPool(3);

		IntStream.range(0, 3).forEach((caller) -> callers.execute(gate::pass));
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(only(prometheus.api().query(promql)).value()).isEqualTo(3));
		gate.open();
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(only(prometheus.api().query(promql)).value()).isZero());

		callers.shutdown();
	}

	@Test
	void functionThatNobodyCalledIsAtZero() {
		assertThat(ask(ReportService.class, "annualReport", "requestRate").value()).isZero();
		assertThat(askAll(ReportService.class, "annualReport", "errorRatio")).isEmpty();
		assertThat(askAll(ReportService.class, "annualReport", "latency")).isEmpty();
	}

	@Test
	void formsByVersionHaveTheVersionAndTheNumbersOfThePlainOnes() {
		Map<String, String> version = Map.of("version", "1.2.3", "commit", "c0ffee");

		Sample rate = ask(Ticker.class, "tick", "requestRateByVersion");
		Sample ratio = ask(Ticker.class, "tick", "errorRatioByVersion");
		List<Sample> quantiles = askAll(Sleeper.class, "nap", "latencyByVersion");

		assertThat(rate.labels()).containsAllEntriesOf(version);
		assertThat(rate.value()).isEqualTo(ask(Ticker.class, "tick", "requestRate").value());
		assertThat(ratio.labels()).containsAllEntriesOf(version);
		assertThat(ratio.value()).isCloseTo(0.25, within(ROUNDING));
		assertThat(quantiles).hasSize(3)
			.allSatisfy((quantile) -> assertThat(quantile.labels()).containsAllEntriesOf(version));
		assertThat(quantiles).extracting(Sample::value)
			.containsExactlyInAnyOrderElementsOf(
					askAll(Sleeper.class, "nap", "latency").stream().map(Sample::value).toList());
	}

	private static Sample ask(Class<?> module, String function, String query) {
		return only(askAll(module, function, query));
	}

	private static List<Sample> askAll(Class<?> module, String function, String query) {
		return prometheus.api().queryAt(settled, shop.function(module, function).query(query));
	}

	private static Sample only(List<Sample> samples) {
		assertThat(samples).hasSize(1);
		return samples.get(0);
	}

	private static Map<String, Sample> byLabel(List<Sample> samples, String label) {
		return samples.stream().collect(Collectors.toMap((sample) -> sample.label(label), Function.identity()));
	}

}
