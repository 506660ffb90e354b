package dev.autometrics.compatibility.situation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.SpringBootVersion;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the application is measured in every situation, that its endpoint answers,
 * and that it says where to look. Applications with the same class path run in one JVM.
 */
class SituationTests {

	private static final ExecutorService PROCESSES = Executors.newFixedThreadPool(2);

	private static final Map<Situation, CompletableFuture<SituationReport>> REPORTS = new EnumMap<>(Situation.class);

	@BeforeAll
	static void startAll() throws Exception {
		SituationKeys.create();
		Map<Set<SituationPart>, List<Situation>> classPaths = new LinkedHashMap<>();
		here()
			.forEach((situation) -> classPaths.computeIfAbsent(situation.setup().parts(), (parts) -> new ArrayList<>())
				.add(situation));
		classPaths.forEach((parts, situations) -> {
			CompletableFuture<Map<Situation, SituationReport>> reports = CompletableFuture
				.supplyAsync(() -> SituationFork.run(parts, situations), PROCESSES);
			situations
				.forEach((situation) -> REPORTS.put(situation, reports.thenApply((every) -> every.get(situation))));
		});
	}

	@AfterAll
	static void stop() {
		PROCESSES.shutdownNow();
		REPORTS.forEach((situation, report) -> {
			if (report.isDone() && !report.isCompletedExceptionally()
					&& report.join().all(SituationReport.FAILURE).isEmpty()) {
				PassedSituations.add(situation);
			}
		});
	}

	static Stream<Situation> here() {
		String line = SpringBootVersion.getVersion().replaceFirst("^(\\d+\\.\\d+)\\..*", "$1");
		return Arrays.stream(Situation.values()).filter((situation) -> situation.isOn(line));
	}

	static Stream<Situation> answering() {
		return here().filter((situation) -> !situation.setup().expected().path().isEmpty());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("here")
	void recordsEveryCallInEveryRegistry(Situation situation) {
		List<String> expected = situation.setup()
			.expected()
			.registries()
			.stream()
			.flatMap((registry) -> SituationTests.series().map((line) -> registry + " " + line))
			.toList();

		assertThat(report(situation).all(SituationReport.SERIES)).containsExactlyInAnyOrderElementsOf(expected);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("here")
	void saysOnceAtTheStartWhereToLook(Situation situation) {
		SituationReport report = report(situation);
		String sentence = situation.setup().expected().sentence();

		List<String> said = report.all(SituationReport.LOG + "INFO dev.autometrics.autoconfigure.StartReport ");

		if (sentence.isEmpty()) {
			assertThat(said).isEmpty();
		}
		else {
			assertThat(said)
				.containsExactly("Measuring 2 functions of 2 beans with 0 objectives. " + withPorts(sentence, report));
		}
	}

	private static String withPorts(String sentence, SituationReport report) {
		return sentence.contains("{") ? sentence.replace("{port}", report.one(SituationReport.PORT))
			.replace("{management}", report.one(SituationReport.MANAGEMENT_PORT)) : sentence;
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("answering")
	void answersOverHttp(Situation situation) {
		String anonymous = (situation == Situation.SECURITY) ? "anonymous 401" : "anonymous 200";

		assertThat(report(situation).all(SituationReport.STATUS)).containsExactly("all 200", "one 200", "unknown 404",
				"rules 200 application/yaml # Prometheus rules for the objectives of the service \"shop\".",
				"/live?range=15m&source=live 200", "/graph?range=2h 400", "series 200", anonymous);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("answering")
	void showsThePageToBrowsersAndJsonToOthers(Situation situation) {
		String path = situation.setup().expected().path();
		String endpoint = path.substring(path.lastIndexOf('/') + 1);
		String function = SituationOrders.class.getName() + ".order";

		assertThat(report(situation).all(SituationReport.PAGE)).containsExactly(
				"text/html " + endpoint + " text/html ./" + endpoint + "/ui/app.js",
				"text/html " + function + " text/html ./ui/app.js", "*/* " + endpoint + " json",
				"*/* " + function + " json", "application/json " + endpoint + " json",
				"application/json " + function + " json", "*/* app.js text/javascript", "*/* series json",
				"text/html rules application/yaml", "text/html index.html 404");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("answering")
	void tellsFunctionsAndFigures(Situation situation) {
		DocumentContext json = JsonPath.parse(report(situation).one(SituationReport.JSON));

		assertThat(json.read("$.service.name", String.class)).isEqualTo("shop");
		assertThat(json.<List<String>>read("$.functions[*].id"))
			.containsExactly(SituationOrders.class.getName() + ".order", SituationPayments.class.getName() + ".charge");
		assertThat(json.<List<Integer>>read("$.functions[*].total.calls")).containsExactly(3, 3);
		assertThat(json.<List<Integer>>read("$.functions[*].total.errors")).containsExactly(1, 1);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("here")
	void findsNoProblemsButThoseThereAre(Situation situation) {
		assertThat(report(situation).all(SituationReport.PROBLEM))
			.containsExactlyInAnyOrderElementsOf(situation.setup().expected().problems());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("here")
	void leavesTheOrderOfTheStartAlone(Situation situation) {
		assertThat(report(situation).lines())
			.noneMatch((line) -> line.contains("not eligible for getting processed by all BeanPostProcessors"));
	}

	@ParameterizedTest(name = "{0}")
	@EnumSource(value = Situation.class, names = "ASPECTJ")
	void isAppliedBesideAspects(Situation situation) {
		assertThat(report(situation).one(SituationReport.PROXIES)).isEqualTo("AnnotationAwareAspectJAutoProxyCreator");
		assertThat(report(situation).all(SituationReport.ADVICE)).hasSize(3);
	}

	private static SituationReport report(Situation situation) {
		SituationReport report = REPORTS.get(situation).join();
		assertThat(report.all(SituationReport.FAILURE)).as("%s", report).isEmpty();
		return report;
	}

	private static Stream<String> series() {
		String order = "function=\"order\",module=\"" + SituationOrders.class.getName() + "\",";
		String charge = "function=\"charge\",module=\"" + SituationPayments.class.getName() + "\",";
		String called = "caller_function=\"order\",caller_module=\"" + SituationOrders.class.getName() + "\",";
		String notCalled = "caller_function=\"\",caller_module=\"\",";
		return Stream.of(calls(notCalled + order, "error") + " 1.0", calls(notCalled + order, "ok") + " 2.0",
				calls(notCalled + charge, "error") + " 0.0", calls(notCalled + charge, "ok") + " 0.0",
				calls(called + charge, "error") + " 1.0", calls(called + charge, "ok") + " 2.0",
				durations(order) + " 3", durations(charge) + " 3",
				"build_info{autometrics_version=\"1.0.0\",branch=\"\",commit=\"\",repository_provider=\"\","
						+ "repository_url=\"\",service_name=\"shop\",version=\"\"} 1");
	}

	private static String calls(String function, String result) {
		return "function_calls_total{%sobjective_name=\"\",objective_percentile=\"\",result=\"%s\",service_name=\"shop\"}"
			.formatted(function, result);
	}

	private static String durations(String function) {
		return ("function_calls_duration_seconds_count{%sobjective_latency_threshold=\"\",objective_name=\"\","
				+ "objective_percentile=\"\",service_name=\"shop\"}")
			.formatted(function);
	}

}
