package dev.autometrics.sample;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.autometrics.sample.notification.NotificationService;
import dev.autometrics.sample.order.OrderController;
import dev.autometrics.sample.order.OrderService;
import dev.autometrics.sample.payment.PaymentClient;
import dev.autometrics.sample.report.ReportService;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Lets the shop buy from itself fifty times, and compares what it shows with what the
 * code says.
 */
class SampleApplicationTests {

	private static final String PACKAGE = "dev.autometrics.sample.";

	private static final int PURCHASES = 50;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@AutoClose
	private static RunningShop shop;

	@BeforeAll
	static void letTheShopBuy() {
		shop = RunningShop.start(
				Map.of("shop.shopper.every", "10ms", "shop.shopper.limit", PURCHASES, "autometrics.problems", "fail"));
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(calls(OrderController.class, "order")).isEqualTo(PURCHASES));
		await().untilAsserted(() -> assertThat(calls(ReportService.class, "stockReport")).isEqualTo(2));
		await().untilAsserted(() -> assertThat(calls(NotificationService.class, "confirm")).isEqualTo(45));
	}

	@Test
	void listsEveryFunctionAndNoOther() {
		assertThat(shop.functions()).extracting((function) -> function.id().substring(PACKAGE.length()))
			.containsExactlyInAnyOrder("notification.NotificationService.confirm", "order.OrderController.order",
					"order.OrderController.recommend", "order.OrderController.stock",
					"recommendation.RecommendationService.similarTo", "order.OrderService.available",
					"order.OrderService.place", "payment.PaymentClient.charge", "report.ReportService.annualReport",
					"report.ReportService.stockReport", "stock.InMemoryStockRepository.find",
					"stock.InMemoryStockRepository.hold");
	}

	@Test
	void hasNoProblem() {
		assertThat(shop.application().path("problems").isArray()).isTrue();
		assertThat(shop.application().path("problems").size()).isZero();
	}

	@Test
	void ordersBelongToAnObjective() {
		assertThat(shop.scrape("function_calls_total"))
			.filteredOn((sample) -> sample.label("module").equals(OrderController.class.getName()))
			.isNotEmpty()
			.allMatch((sample) -> sample.label("objective_name").equals("shop-api")
					&& sample.label("objective_percentile").equals("99"));
		assertThat(shop.scrape("function_calls_duration_seconds_count"))
			.filteredOn((sample) -> sample.label("module").equals(OrderController.class.getName()))
			.isNotEmpty()
			.allMatch((sample) -> sample.label("objective_latency_threshold").equals("0.25"));
	}

	@Test
	void saysWhatIsRunning() {
		assertThat(shop.service().path("name").asString()).isEqualTo("shop");
		assertThat(shop.scrape("build_info")).singleElement().satisfies((sample) -> {
			assertThat(sample.value()).isEqualTo(1);
			assertThat(sample.label("service_name")).isEqualTo("shop");
			assertThat(sample.label("autometrics_version")).isEqualTo("1.0.0");
		});
	}

	@Test
	void countsFailuresOfPaymentsUpToTheController() {
		for (PrintedFunction failing : List.of(shop.function(PaymentClient.class, "charge"),
				shop.function(OrderService.class, "place"), shop.function(OrderController.class, "order"))) {
			assertThat(failing.calls()).as(failing.id()).isEqualTo(PURCHASES);
			assertThat(failing.errors()).as(failing.id()).isEqualTo(PURCHASES / 10);
			assertThat(total(failing, (sample) -> "error".equals(sample.label("result")))).isEqualTo(PURCHASES / 10.0);
		}
	}

	@Test
	void showsReportThatNobodyAskedForAtZero() {
		PrintedFunction unused = shop.function(ReportService.class, "annualReport");

		assertThat(unused.calls()).isZero();
		assertThat(series(unused)).extracting((sample) -> sample.label("result"))
			.containsExactlyInAnyOrder("ok", "error");
		assertThat(series(unused)).extracting(Sample::value).containsOnly(0.0);
	}

	@Test
	void tellsCallersAsTheyAreInTheCode() {
		assertThat(callers("OrderController.order")).isEqualTo(Map.of("", 50.0));
		assertThat(callers("OrderController.stock")).isEqualTo(Map.of("", 50.0));
		assertThat(callers("ReportService.stockReport")).isEqualTo(Map.of("", 2.0));
		assertThat(callers("OrderService.place")).isEqualTo(Map.of("OrderController.order", 50.0));
		assertThat(callers("OrderService.available")).isEqualTo(Map.of("OrderController.stock", 50.0));
		assertThat(callers("PaymentClient.charge")).isEqualTo(Map.of("OrderService.place", 50.0));
		assertThat(callers("InMemoryStockRepository.hold")).isEqualTo(Map.of("OrderService.place", 50.0));
		assertThat(callers("InMemoryStockRepository.find")).isEqualTo(Map.of("OrderService.available", 50.0,
				"ReportService.stockReport", 2.0, "RecommendationService.similarTo", 100.0));
		assertThat(callers("NotificationService.confirm")).isEqualTo(Map.of("OrderService.place", 45.0));
		assertThat(callers("RecommendationService.similarTo")).isEqualTo(Map.of("OrderController.recommend", 50.0));
	}

	@Test
	void measuresFuturesAndPublishersToTheirEnd() {
		assertThat(meanSeconds("NotificationService.confirm")).isGreaterThanOrEqualTo(0.06);
		assertThat(meanSeconds("RecommendationService.similarTo")).isGreaterThanOrEqualTo(0.03);
		assertThat(meanSeconds("OrderController.recommend")).isGreaterThanOrEqualTo(0.03);
	}

	@Test
	void buysNoMoreThanTheLimit() {
		await().during(Duration.ofSeconds(1))
			.untilAsserted(() -> assertThat(calls(OrderController.class, "stock")).isEqualTo(PURCHASES));
	}

	@Test
	void buysNothingWhenTheShopperIsSwitchedOff() {
		try (RunningShop quiet = RunningShop.start(Map.of("shop.shopper.enabled", false))) {
			assertThat(quiet.hasBean("shopper")).isFalse();
			assertThat(shop.hasBean("shopper")).isTrue();

			List<Integer> answers = IntStream.rangeClosed(1, 10)
				.mapToObj((order) -> Http.post(quiet.url() + "/orders", Map.of("article", "apple")).statusCode())
				.toList();

			assertThat(answers).startsWith(200, 200, 200, 200, 200, 200, 200, 200, 200).endsWith(402);
			assertThat(quiet.function(OrderController.class, "order").calls()).isEqualTo(10);
			assertThat(quiet.function(OrderController.class, "order").errors()).isEqualTo(1);
		}
	}

	private static long calls(Class<?> module, String function) {
		return shop.function(module, function).calls();
	}

	private static List<Sample> series(PrintedFunction function) {
		return shop.scrape("function_calls_total")
			.stream()
			.filter((sample) -> sample.label("module").equals(function.module()))
			.filter((sample) -> sample.label("function").equals(function.function()))
			.toList();
	}

	private static double total(PrintedFunction function, Predicate<Sample> condition) {
		return series(function).stream().filter(condition).mapToDouble(Sample::value).sum();
	}

	private static Map<String, Double> callers(String function) {
		return shop.scrape("function_calls_total")
			.stream()
			.filter((sample) -> name(sample.label("module"), sample.label("function")).equals(function))
			.filter((sample) -> sample.value() > 0)
			.collect(Collectors.groupingBy(
					(sample) -> name(sample.label("caller_module"), sample.label("caller_function")),
					Collectors.summingDouble(Sample::value)));
	}

	private static double meanSeconds(String function) {
		return sum("function_calls_duration_seconds_sum", function)
				/ sum("function_calls_duration_seconds_count", function);
	}

	private static double sum(String metric, String function) {
		return shop.scrape(metric)
			.stream()
			.filter((sample) -> name(sample.label("module"), sample.label("function")).equals(function))
			.mapToDouble(Sample::value)
			.sum();
	}

	private static String name(String module, String function) {
		return function.isEmpty() ? "" : module.substring(module.lastIndexOf('.') + 1) + "." + function;
	}

}
