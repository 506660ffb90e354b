package dev.autometrics.sample;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

import dev.autometrics.sample.MeasuredBeans.Ticker;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.test.util.TestSocketUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/**
 * Deploys a new version in place, on the port of the old one, and then stops that too,
 * while a real Prometheus is asked all the time. Each version gets as many calls.
 */
@RequiresPrometheus
class LiveRestartTests {

	private static final int PORT = TestSocketUtils.findAvailableTcpPort();

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final double WINDOW = 300;

	private static final double ROUNDING = 1e-9;

	private static final int CALLS_PER_SECOND = 20;

	private static final int CALLS = 9 * CALLS_PER_SECOND;

	private static final Set<String> BY_VERSION = Set.of("requestRateByVersion", "errorRatioByVersion",
			"latencyByVersion");

	private static final String OLD = "1/aaa";

	private static final String NEW = "2/bbb";

	private static final String NONE = "/";

	@AutoClose
	private static PrometheusServer prometheus;

	@AutoClose
	private static Watch watch;

	private static PrintedFunction tick;

	private static double begun;

	private static double oldStopped;

	private static double newScraped;

	private static double newSettled;

	private static double newStopped;

	private static double ended;

	@BeforeAll
	static void deployInPlace() throws Exception {
		prometheus = PrometheusServer.scraping(PORT);
		try (RunningShop shop = start("1", "aaa")) {
			tick = shop.function(Ticker.class, "tick");
			await().atMost(PATIENCE)
				.until(() -> prometheus.api().query(tick.query("requestRate")), (rate) -> !rate.isEmpty());
			begun = Watch.now();
			watch = new Watch(prometheus.api(), queries());
			call(shop);
			prometheus.awaitScrape();
		}
		oldStopped = Watch.now();
		try (RunningShop shop = start("2", "bbb")) {
			prometheus.awaitScrape();
			newScraped = Watch.now();
			call(shop);
			newSettled = prometheus.awaitScrape();
		}
		await().atMost(PATIENCE).until(() -> prometheus.api().query("up == 0"), (down) -> !down.isEmpty());
		newStopped = Watch.now();
		watch.awaitPolls(5);
		ended = Watch.now();
	}

	private static RunningShop start(String version, String commit) {
		return RunningShop.start(Map.of("server.port", PORT, "autometrics.prometheus.url", prometheus.url(),
				"autometrics.version", version, "autometrics.commit", commit, "shop.shopper.enabled", false),
				Ticker.class);
	}

	private static void call(RunningShop shop) throws Exception {
		try (SteadyCalls calls = new SteadyCalls(CALLS_PER_SECOND, CALLS, shop.bean(Ticker.class)::tick)) {
			calls.awaitLast();
		}
	}

	// Within one query, so that no scrape comes between the parts and the whole.
	private static Map<String, String> queries() {
		Map<String, String> queries = new HashMap<>(tick.queries());
		queries.put("difference", difference());
		return queries;
	}

	private static String difference() {
		return "sum by (function, module, service_name) (" + tick.query("requestRateByVersion") + ") - "
				+ tick.query("requestRate");
	}

	@Test
	void noQueryEverFails() {
		assertThat(watch.failures()).isEmpty();
		assertThat(watch.answersBetween(begun, ended)).hasSizeGreaterThan(20);
	}

	@Test
	void rateIsThereAllTheTime() {
		assertThat(watch.answersBetween(begun, ended))
			.allSatisfy((answers) -> assertThat(answers.get("requestRate")).hasSize(1));
	}

	@Test
	void callsAreThoseOfTheOldVersionUntilThereIsANewOne() {
		assertThat(versions(begun, oldStopped)).containsOnly(OLD);
		assertThat(versions(oldStopped, newScraped)).isSubsetOf(OLD, NEW);
	}

	@Test
	void callsAreThoseOfTheNewVersionOnceItIsScraped() {
		assertThat(versions(newScraped, newSettled)).containsOnly(NEW);
	}

	@Test
	void callsHaveNoVersionWhenTwoAreLeftAndNeitherRuns() {
		assertThat(versions(newStopped, ended)).containsOnly(NONE);
	}

	@Test
	void partsAlwaysAddUpToTheWhole() {
		assertThat(watch.answersBetween(begun, ended))
			.allSatisfy((answers) -> assertThat(answers.get("difference")).singleElement()
				.satisfies((sample) -> assertThat(sample.value()).isCloseTo(0, within(ROUNDING))));
	}

	@Test
	void partsAddUpInAGraphOfTheWholeTime() {
		SortedMap<Double, List<Sample>> whole = prometheus.api().queryRange(tick.query("requestRate"), begun, ended);
		SortedMap<Double, List<Sample>> difference = prometheus.api().queryRange(difference(), begun, ended);

		assertThat(whole).hasSizeGreaterThan(20);
		assertThat(difference.keySet()).isEqualTo(whole.keySet());
		assertThat(difference.values()).allSatisfy((samples) -> assertThat(samples).singleElement()
			.satisfies((sample) -> assertThat(sample.value()).isCloseTo(0, within(ROUNDING))));
	}

	@Test
	void noCallIsLostOrCountedTwice() {
		List<Sample> rate = prometheus.api().queryAt(newSettled, tick.query("requestRate"));
		List<Sample> ratio = prometheus.api().queryAt(newSettled, tick.query("errorRatio"));

		assertThat(rate).singleElement()
			.satisfies((sample) -> assertThat(sample.value() * WINDOW).isCloseTo(2 * CALLS, within(ROUNDING)));
		assertThat(ratio).singleElement()
			.satisfies((sample) -> assertThat(sample.value()).isCloseTo(0.25, within(ROUNDING)));
	}

	private static Set<String> versions(double from, double to) {
		return watch.answersBetween(from, to)
			.stream()
			.flatMap((answers) -> BY_VERSION.stream()
				.flatMap((query) -> answers.getOrDefault(query, List.of()).stream()))
			.map((sample) -> sample.label("version") + "/" + sample.label("commit"))
			.collect(Collectors.toSet());
	}

}
