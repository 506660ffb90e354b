package dev.autometrics.sample;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.autometrics.sample.HostileBeans.Names;
import dev.autometrics.sample.HostileBeans.Outer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.test.util.TestSocketUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Asks a real Prometheus about functions, callers and a service whose names need
 * escaping. The first function of the list is called once, the second twice, and so on.
 */
@RequiresPrometheus
class LiveHostileNamesTests {

	private static final String SERVICE = "the \"shop\" \\ co";

	private static final double WINDOW = 300;

	private static final List<String> NAMES = List.of("say \"hello\"", "C:\\temp\\new\\", "\\\"\\n",
			"$1 ${x} lambda$sum$0", "{a=\"b\",c!~'d'} (e) [5m] or 0 # no comment", " two  spaces ",
			"a+b = c&g0.expr=d#e?f;g", "100% %20 %2B %", "//slash//slash/../x/./y",
			"caf\u00e9 \u6f22\u5b57 \ud83c\udf89 e\u0301", "two\nlines\tand a tab", "x|y.*^?(z)");

	@AutoClose
	private static PrometheusServer prometheus;

	@AutoClose
	private static RunningShop shop;

	private static double settled;

	@BeforeAll
	static void makeCalls() {
		int port = TestSocketUtils.findAvailableTcpPort();
		prometheus = PrometheusServer.scraping(port);
		shop = RunningShop.start(Map.of("server.port", port, "autometrics.prometheus.url", prometheus.url(),
				"autometrics.service-name", SERVICE, "shop.shopper.enabled", false), Names.class, Outer.Inner.class);
		shop.bean(Outer.Inner.class).all();
		prometheus.awaitScrape();
		List<Runnable> calls = Names.callsOf(shop.bean(Names.class));
		for (int times = 1; times <= calls.size(); times++) {
			callTimes(calls.get(times - 1), times);
		}
		shop.bean(Outer.Inner.class).all();
		settled = prometheus.awaitScrape();
	}

	private static void callTimes(Runnable call, int times) {
		for (int time = 0; time < times; time++) {
			call.run();
		}
	}

	@Test
	void answersEveryQueryAndOpensEveryLink() {
		new EveryQuery(prometheus).assertAnswered(shop);
	}

	@Test
	void printsTheNamesAsTheyAre() {
		assertThat(functions()).extracting(PrintedFunction::function).containsExactlyInAnyOrderElementsOf(NAMES);
		assertThat(shop.service().path("name").asString()).isEqualTo(SERVICE);
	}

	@Test
	void findsTheCallsOfEveryFunctionAndOfNoOther() {
		assertThat(functions()).allSatisfy((function) -> {
			Map<String, Double> rates = ask(function, "requestRateByCaller").stream()
				.collect(Collectors.toMap((sample) -> sample.label("caller_module"), Sample::value));
			assertThat(rates.get("") * WINDOW).isCloseTo(NAMES.indexOf(function.function()) + 1, within(1e-9));
			assertThat(rates).containsOnlyKeys("", Outer.Inner.class.getName());
			assertThat(ask(function, "requestRate")).singleElement()
				.extracting(Sample::labels)
				.isEqualTo(Map.of("function", function.function(), "module", Names.class.getName(), "service_name",
						SERVICE));
		});
	}

	@Test
	void joinsTheVersionOfAServiceThatNeedsEscaping() {
		assertThat(functions()).allSatisfy((function) -> {
			assertThat(ask(function, "requestRateByVersion")).singleElement()
				.extracting((sample) -> sample.label("version"))
				.isEqualTo(shop.service().path("version").asString());
			assertThat(ask(function, "errorRatioByVersion")).singleElement().extracting(Sample::value).isEqualTo(0.0);
			assertThat(ask(function, "latencyByVersion")).hasSize(3);
		});
	}

	@Test
	void findsCalleesOfANestedType() {
		PrintedFunction caller = shop.function(Outer.Inner.class, "all \\ of \"them\"\n");

		assertThat(caller.module()).endsWith("HostileBeans$Outer$Inner");
		assertThat(ask(caller, "calleeRequestRate")).extracting((sample) -> sample.label("function"))
			.containsExactlyInAnyOrderElementsOf(NAMES);
		assertThat(ask(caller, "calleeErrorRatio")).hasSameSizeAs(NAMES)
			.allSatisfy((sample) -> assertThat(sample.value()).isZero());
	}

	private static List<PrintedFunction> functions() {
		return shop.functions()
			.stream()
			.filter((function) -> function.module().equals(Names.class.getName()))
			.map((function) -> shop.function(function.id()))
			.toList();
	}

	private static List<Sample> ask(PrintedFunction function, String query) {
		return prometheus.api().queryAt(settled, function.query(query));
	}

}
