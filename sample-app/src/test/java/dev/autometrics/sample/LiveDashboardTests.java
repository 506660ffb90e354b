package dev.autometrics.sample;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.autometrics.Objective;
import dev.autometrics.ObjectiveLatency;
import dev.autometrics.dashboards.Dashboards;
import dev.autometrics.model.Objectives;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends every query of the dashboards to a real Prometheus, with the variables put in as
 * Grafana does it. The service, its functions and its objectives need escaping.
 */
@RequiresPrometheus
class LiveDashboardTests {

	static final List<String> NAMES = List.of("say \"hello\"", "it's", "C:\\temp\\new\\", "\\\"\\n",
			"$1 ${x} lambda$sum$0 [[x]]", "{a=\"b\",c!~'d'} (e) [5m] or 0 # no comment", " two  spaces ",
			"a+b = c&var-function=d#e?f;g", "100% %20 {{x}}", "//slash/../x/./y", "caf\u00e9 \u6f22\u5b57 \ud83c\udf89",
			"two\nlines\tand a tab", "x|y.*^?(z)", "</script>");

	private static final String SERVICE = "the \"shop\" \\ $module ${function:raw} [[instance]] \n\u2028'`{{x}}";

	private static final String NAMESPACE = "$instance \"prod\"";

	private static final String MODULE = "com.acme.Outer$Inner";

	private static final String CALLER = "the caller";

	private static final String CALLEE = "the callee";

	private static final List<Objective> OBJECTIVES = NAMES.stream()
		.map((name) -> Objective.ofSuccessRate(name, 99.9).withLatency(ObjectiveLatency.MS_250, 99))
		.toList();

	private static final Dashboards DASHBOARDS = new Dashboards(SERVICE, new Objectives(OBJECTIVES))
		.withLabels(Map.of("namespace", NAMESPACE));

	private static final int SCRAPES = 3;

	@AutoClose
	private static MeasuredTarget target;

	@AutoClose
	private static PrometheusServer prometheus;

	@BeforeAll
	static void scrape() {
		target = new MeasuredTarget(SERVICE, NAMESPACE).version("1.2.3");
		target.calls(MODULE, CALLER, "", "").calls("other", "function", "", "");
		NAMES.forEach((name) -> target.calls(MODULE, name, "", name)
			.calls(MODULE, name, CALLER, name)
			.calls(MODULE, CALLEE, name, "")
			.durations(MODULE, name, name)
			.records(name, "success_rate", "99.9", "")
			.records(name, "latency", "99.0", "0.25"));
		target.start();
		prometheus = PrometheusServer.scraping(target.port());
		for (int scrape = 0; scrape < SCRAPES; scrape++) {
			prometheus.awaitScrape();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { ".*", "one" })
	void overviewHasData(String instances) {
		Grafana overview = load(DASHBOARDS, "overview");
		String instance = overview.offers("instance", prometheus.api()).get(0);

		assertThat(overview.variables()).containsExactly("datasource", "instance");
		assertAllHaveData(overview.with("instance", "one".equals(instances) ? instance : instances));
	}

	@Test
	void explorerOffersEveryFunctionOfTheModule() {
		Grafana explorer = load(DASHBOARDS, "function-explorer");

		assertThat(explorer.variables()).containsExactly("datasource", "module", "function", "instance");
		assertThat(explorer.offers("module", prometheus.api())).containsExactly(MODULE, "other");
		assertThat(explorer.with("module", MODULE).offers("function", prometheus.api()))
			.containsExactlyInAnyOrderElementsOf(Stream.concat(NAMES.stream(), Stream.of(CALLER, CALLEE)).toList());
	}

	@ParameterizedTest
	@FieldSource("NAMES")
	void explorerHasDataOfTheFunctionOnly(String name) {
		Grafana explorer = load(DASHBOARDS, "function-explorer").with("instance", ".*")
			.with("module", MODULE)
			.with("function", name);

		assertAllHaveData(explorer);
		assertThat(explorer.queries().values().stream().limit(5)).allSatisfy(
				(query) -> assertThat(prometheus.api().query(query)).extracting((sample) -> sample.label("function"))
					.containsOnly(name));
	}

	@Test
	void objectivesHaveData() {
		Grafana objectives = load(DASHBOARDS, "objectives");

		assertThat(objectives.variables()).containsExactly("datasource", "objective");
		assertThat(objectives.offers("objective", prometheus.api())).containsExactlyInAnyOrderElementsOf(NAMES);
		NAMES.forEach((name) -> assertAllHaveData(objectives.with("objective", name)));
	}

	@Test
	void everyObjectiveIsListed() {
		Map<String, String> queries = load(DASHBOARDS, "objectives").with("objective", "").queries();

		assertThat(queries.entrySet().stream().filter((query) -> query.getKey().contains(" State "))).hasSize(7)
			.allSatisfy((query) -> assertThat(prometheus.api().query(query.getValue())).hasSize(2 * NAMES.size())
				.extracting((sample) -> sample.label("objective_name"))
				.containsOnly(NAMES.toArray(String[]::new)));
		assertThat(value(queries, "Targets that rules watch")).isEqualTo(2 * NAMES.size());
		assertThat(value(queries, "Alerts firing")).isEqualTo(2 * NAMES.size());
	}

	@Test
	void burnRatesAndBudgetsAreThoseOfTheTargets() {
		Map<String, String> queries = load(DASHBOARDS, "objectives").with("objective", NAMES.get(0)).queries();

		assertThat(prometheus.api().query(find(queries, "Burn rates A")))
			.extracting((sample) -> sample.label("slo"), (sample) -> Math.round(sample.value() * 1000))
			.containsExactlyInAnyOrder(Assertions.tuple("success_rate", 5000L), Assertions.tuple("latency", 500L));
		assertThat(prometheus.api().query(find(queries, "Bad calls C"))).extracting(Sample::value)
			.containsExactlyInAnyOrder(0.001, 0.01);
		assertThat(prometheus.api().query(find(queries, "Failed calls A"))).extracting(Sample::value)
			.containsExactly(0.5);
		assertThat(prometheus.api().query(find(queries, "Slow calls A"))).extracting(Sample::value)
			.containsExactly(0.0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "overview", "function-explorer", "objectives" })
	void nothingOfAnotherServiceOrNamespaceShows(String name) {
		Stream.of(new Dashboards("shop", new Objectives(OBJECTIVES)), DASHBOARDS.withLabels(Map.of("namespace", "x")))
			.forEach((dashboards) -> load(dashboards, name).with("instance", ".*")
				.with("module", MODULE)
				.with("function", CALLER)
				.with("objective", NAMES.get(0))
				.queries()
				.forEach((title, query) -> assertThat(prometheus.api().query(query)).as(title)
					.allMatch((sample) -> sample.labels().isEmpty() && sample.value() == 0)));
	}

	private static double value(Map<String, String> queries, String title) {
		return prometheus.api().query(find(queries, title)).get(0).value();
	}

	private static String find(Map<String, String> queries, String title) {
		return queries.entrySet()
			.stream()
			.filter((query) -> query.getKey().contains(" " + title))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElseThrow();
	}

	private static void assertAllHaveData(Grafana dashboard) {
		assertThat(dashboard.queries()).isNotEmpty()
			.allSatisfy((title, query) -> assertThat(prometheus.api().query(query)).as(query)
				.isNotEmpty()
				.allSatisfy((sample) -> assertThat(sample.value()).isFinite()));
	}

	private static Grafana load(Dashboards dashboards, String name) {
		return Grafana.load(dashboards.json(name));
	}

}
