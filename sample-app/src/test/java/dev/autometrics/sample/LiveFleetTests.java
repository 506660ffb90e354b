package dev.autometrics.sample;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.autometrics.Objective;
import dev.autometrics.ObjectiveLatency;
import dev.autometrics.dashboards.Dashboards;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.Objectives;
import dev.autometrics.model.ResultSettings;
import dev.autometrics.promql.FunctionQueries;
import dev.autometrics.promql.LabelMatchers;
import dev.autometrics.promql.ObjectiveQueries;
import dev.autometrics.promql.Query;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Asks a real Prometheus about services with many instances, and with all that can be odd
 * about them. Every situation is a service of its own, and all are in one Prometheus.
 */
@RequiresPrometheus
@RequiresPromtool
class LiveFleetTests {

	static final List<String> SERVICES = List.of("one", "three", "hundred", "pushed", "in place", "rolling", "dying",
			"left", "right", "beside foreign", "duplicates", "no build_info", "no instance", "collector", "idle",
			"no errors", "twin");

	private static final InstrumentedFunction FUNCTION = new InstrumentedFunction(
			new FunctionId("com.acme.Orders", "place"), "place()", "api", false, ResultSettings.DEFAULT,
			Collections.emptySortedSet());

	private static final Objective OBJECTIVE = Objective.ofSuccessRate("api", 99)
		.withLatency(ObjectiveLatency.MS_250, 99);

	private static final double ROUNDING = 1e-9;

	private static final int STEP = 15;

	private static final int WINDOW = 5;

	private static final int CHANGE = 10;

	private static final FleetHistory HISTORY = new FleetHistory();

	@AutoClose
	private static PrometheusServer prometheus;

	@BeforeAll
	static void remember() {
		Map.of("one", 1, "three", 3, "hundred", 100)
			.forEach((service, count) -> IntStream.range(0, count)
				.forEach((number) -> HISTORY.target(service, service + number).version("1").calls()));
		HISTORY.target("pushed", "pushed").everyMinute().version("1").calls();
		deployments();
		oddTargets();
		HISTORY.target("idle", "idle").version("1").idle();
		HISTORY.target("no errors", "no errors").version("1").callsWithoutSeriesOfErrors();
		// The same addresses in both, as two clusters have them.
		HISTORY.target("twin", "app:8080").with("namespace", "prod").version("1").calls(0.5);
		HISTORY.target("twin", "app:8080").with("namespace", "staging").version("2").calls(0);
		prometheus = PrometheusServer.remembering(HISTORY::writeTo);
	}

	private static void deployments() {
		HISTORY.target("in place", "in place").between(0, CHANGE).version("1").calls();
		HISTORY.target("in place", "in place").between(CHANGE, FleetHistory.MINUTES).version("2").calls();
		HISTORY.target("dying", "dying0").between(0, CHANGE).version("1").calls();
		HISTORY.target("dying", "dying1").version("1").calls();
		for (int pod = 0; pod < WINDOW; pod++) {
			int replaced = WINDOW + pod;
			HISTORY.target("rolling", "old" + pod).between(0, replaced).version("1").calls();
			HISTORY.target("rolling", "new" + pod).between(replaced, FleetHistory.MINUTES).version("2").calls();
		}
	}

	private static void oddTargets() {
		HISTORY.target("left", "shared").version("1").calls();
		HISTORY.target("right", "shared").version("2").calls();
		HISTORY.target("beside foreign", "foreign").version("1").foreignBuildInfo("0.9").calls();
		HISTORY.target("unlabelled", "foreign").without("service_name").foreignBuildInfo("0.8");
		HISTORY.target("duplicates", "duplicates").version("1").version("2").calls();
		HISTORY.target("no build_info", "no build_info").calls();
		HISTORY.target("no instance", "").without("instance").without("job").version("1").calls();
		HISTORY.target("collector", "collector").with("exported_instance", "a").version("1").calls();
		HISTORY.target("collector", "collector").with("exported_instance", "b").version("2").calls();
	}

	@ParameterizedTest
	@FieldSource("SERVICES")
	void noQueryEverErrs(String service) {
		FunctionQueries queries = new FunctionQueries(service);

		assertThat(Stream.concat(queries.all(FUNCTION).stream(), new ObjectiveQueries(service).all(OBJECTIVE).stream()))
			.hasSize(15)
			.allSatisfy((query) -> assertThat(always(query.promql()).values())
				.allSatisfy((samples) -> assertThat(samples).extracting(Sample::value).allMatch(Double::isFinite)));
	}

	@ParameterizedTest
	@FieldSource("SERVICES")
	void versionsAlwaysAddUpToTheWhole(String service) {
		SortedMap<Double, Double> whole = sums(query(service, "requestRate"));
		SortedMap<Double, Double> parts = sums(query(service, "requestRateByVersion"));

		assertThat(whole).hasSizeGreaterThan(70);
		assertThat(parts.keySet()).isEqualTo(whole.keySet());
		parts.forEach((time, sum) -> assertThat(sum).isCloseTo(whole.get(time), within(ROUNDING)));
	}

	@ParameterizedTest
	@CsvSource({ "one,1", "three,3", "hundred,100", "pushed,1", "left,1", "right,1", "beside foreign,1", "duplicates,1",
			"no build_info,1", "no instance,1", "collector,2", "twin,2" })
	void ratesAreThoseOfAllInstances(String service, int instances) {
		assertThat(settled(query(service, "requestRate"))).hasSizeGreaterThan(50)
			.allSatisfy((samples) -> assertThat(value(samples)).isCloseTo(instances * FleetHistory.RATE,
					within(instances * ROUNDING)));
		assertThat(settled(query(service, "requestRateByCaller")))
			.allSatisfy((samples) -> assertThat(samples).hasSize(2)
				.allSatisfy((sample) -> assertThat(sample.value()).isCloseTo(instances * FleetHistory.RATE / 2,
						within(instances * ROUNDING))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "one", "three", "hundred", "pushed", "rolling", "dying", "left", "right", "beside foreign",
			"duplicates", "no build_info", "no instance", "collector" })
	void sharesAndDurationsAreThoseOfAllInstances(String service) {
		assertThat(settled(query(service, "errorRatio"))).hasSizeGreaterThan(50)
			.allSatisfy((samples) -> assertThat(value(samples)).isCloseTo(FleetHistory.ERRORS, within(ROUNDING)));
		assertThat(settled(query(service, "latency"))).hasSizeGreaterThan(50)
			.allSatisfy((samples) -> assertThat(samples).hasSize(3)
				.allSatisfy((sample) -> assertThat(sample.value()).isBetween(0.1, 0.25)));
		assertThat(objective(service)).containsExactly(Map.entry("latencyBudgetLeft", 1.0),
				Map.entry("latencyBurnRate", 0.0), Map.entry("successBudgetLeft", -9.0),
				Map.entry("successBurnRate", 10.0));
	}

	@ParameterizedTest
	@CsvSource({ "one,1", "three,1", "hundred,1", "pushed,1", "dying,1", "left,1", "right,2", "beside foreign,1",
			"no instance,1" })
	void callsHaveTheirVersion(String service, String version) {
		assertThat(versions(service, WINDOW, FleetHistory.MINUTES)).containsExactly(version + "/c" + version);
	}

	// Neither errs nor guesses.
	@ParameterizedTest
	@ValueSource(strings = { "duplicates", "no build_info", "collector" })
	void callsHaveNoVersionWhereNobodyKnows(String service) {
		assertThat(versions(service, WINDOW, FleetHistory.MINUTES)).containsExactly("/");
	}

	@Test
	void deploymentInPlaceHasNoVersionForAWhile() {
		assertThat(versions("in place", WINDOW, CHANGE - 1)).containsExactly("1/c1");
		assertThat(versions("in place", CHANGE, CHANGE + 4)).containsOnly("/");
		assertThat(versions("in place", CHANGE + WINDOW + 1, FleetHistory.MINUTES)).containsExactly("2/c2");
	}

	@Test
	void rollingDeploymentGoesFromVersionToVersion() {
		assertThat(versions("rolling", 1, WINDOW - 1)).containsExactly("1/c1");
		assertThat(versions("rolling", WINDOW + 2, 2 * WINDOW)).containsExactlyInAnyOrder("1/c1", "2/c2");
		assertThat(versions("rolling", 3 * WINDOW + 1, FleetHistory.MINUTES)).containsExactly("2/c2");
		assertThat(settled(query("rolling", "requestRate"))).allSatisfy((samples) -> assertThat(value(samples))
			.isCloseTo(WINDOW * FleetHistory.RATE, within(0.1 * WINDOW * FleetHistory.RATE)));
	}

	@Test
	void instanceThatDiesIsMissedAfterTheWindow() {
		assertThat(sums(query("dying", "requestRate"))).containsEntry(HISTORY.at(CHANGE), 2 * FleetHistory.RATE)
			.containsEntry(HISTORY.at(CHANGE + WINDOW + 1), FleetHistory.RATE);
	}

	@Test
	void functionThatNobodyCallsIsSilent() {
		assertThat(settled(query("idle", "requestRate"))).isNotEmpty()
			.allSatisfy((samples) -> assertThat(value(samples)).isZero());
		assertThat(always(query("idle", "errorRatio"))).isEmpty();
		assertThat(always(query("idle", "latency"))).isEmpty();
	}

	@Test
	void shareIsZeroWhereNothingEverFailed() {
		assertThat(settled(query("no errors", "errorRatio"))).isNotEmpty()
			.allSatisfy((samples) -> assertThat(value(samples)).isZero());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "namespace=\"prod\"|0.5|1", "namespace=\"staging\"|0|2",
			"namespace=~\"pr.*\"|0.5|1", "namespace!~\"pr.*\"|0|2", "namespace!=\"prod\"|0|2" })
	void selectorTellsEnvironmentsApart(String selector, double errors, String version) {
		Map<String, String> queries = new FunctionQueries("twin", LabelMatchers.parse(selector)).all(FUNCTION)
			.stream()
			.collect(Collectors.toMap(Query::name, Query::promql));

		assertThat(value(now(queries.get("requestRate")))).isCloseTo(FleetHistory.RATE, within(ROUNDING));
		assertThat(value(now(queries.get("errorRatio")))).isCloseTo(errors, within(ROUNDING));
		assertThat(now(queries.get("requestRateByVersion"))).singleElement()
			.extracting((sample) -> sample.label("version"))
			.isEqualTo(version);
		assertThat(now(query("twin", "requestRateByVersion"))).singleElement()
			.extracting((sample) -> sample.label("version"))
			.isEqualTo("");
	}

	@ParameterizedTest
	@CsvSource({ "one,1", "hundred,100", "rolling,5", "collector,1" })
	void dashboardsCountTheInstances(String service, double instances) {
		Grafana overview = Grafana.load(new Dashboards(service, new Objectives(List.of(OBJECTIVE))).json("overview"))
			.with("instance", ".*")
			.with("__rate_interval", "5m")
			.with("__range", "15m");

		Map<String, List<Sample>> answers = new TreeMap<>();
		overview.queries().forEach((title, query) -> answers.put(title.replaceFirst("\\d+ ", ""), now(query)));

		assertThat(value(answers.get("Instances A"))).isEqualTo(instances);
		assertThat(value(answers.get("Calls per second A")))
			.isCloseTo(("collector".equals(service) ? 2 : instances) * FleetHistory.RATE, within(1e-6));
	}

	private static Set<String> versions(String service, int from, int until) {
		return Stream.of("requestRateByVersion", "errorRatioByVersion", "latencyByVersion")
			.flatMap((name) -> always(query(service, name)).subMap(HISTORY.at(from), HISTORY.at(until))
				.values()
				.stream()
				.flatMap(Collection::stream))
			.map((sample) -> sample.label("version") + "/" + sample.label("commit"))
			.collect(Collectors.toSet());
	}

	private static SortedMap<String, Double> objective(String service) {
		SortedMap<String, Double> values = new TreeMap<>();
		new ObjectiveQueries(service).all(OBJECTIVE)
			.forEach((query) -> values.put(query.name(), Math.round(value(now(query.promql())) * 1e6) / 1e6 + 0.0));
		return values;
	}

	private static String query(String service, String name) {
		return new FunctionQueries(service).all(FUNCTION)
			.stream()
			.filter((query) -> query.name().equals(name))
			.findFirst()
			.orElseThrow()
			.promql();
	}

	private static SortedMap<Double, List<Sample>> always(String promql) {
		return prometheus.api().queryRange(promql, HISTORY.at(0), HISTORY.at(FleetHistory.MINUTES), STEP);
	}

	private static Collection<List<Sample>> settled(String promql) {
		return always(promql).tailMap(HISTORY.at(WINDOW)).values();
	}

	private static SortedMap<Double, Double> sums(String promql) {
		SortedMap<Double, Double> sums = new TreeMap<>();
		always(promql).forEach((time, samples) -> sums.put(time, samples.stream().mapToDouble(Sample::value).sum()));
		return sums;
	}

	private static List<Sample> now(String promql) {
		return prometheus.api().queryAt(HISTORY.at(FleetHistory.MINUTES), promql);
	}

	private static double value(List<Sample> samples) {
		assertThat(samples).hasSize(1);
		return samples.get(0).value();
	}

}
