package dev.autometrics.actuate.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import dev.autometrics.Objective;
import dev.autometrics.Result;
import dev.autometrics.explorer.Figures;
import dev.autometrics.explorer.LiveSource;
import dev.autometrics.explorer.TargetState;
import dev.autometrics.live.CallHistory;
import dev.autometrics.live.LiveFigures;
import dev.autometrics.model.BuildInfo;
import dev.autometrics.model.BuildInfo.Repository;
import dev.autometrics.model.FunctionCatalog;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.Objectives;
import dev.autometrics.model.ResultSettings;
import dev.autometrics.problems.Problem;
import dev.autometrics.problems.ProblemCode;
import dev.autometrics.problems.ProblemMode;
import dev.autometrics.problems.Problems;
import dev.autometrics.problems.Severity;
import dev.autometrics.promql.LabelMatchers;
import dev.autometrics.promql.Query;
import dev.autometrics.promql.QueryLinks;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AutometricsEndpoint}.
 */
class AutometricsEndpointTests {

	private static final Instant NOW = Instant.parse("2026-11-22T14:02:05Z");

	private static final BuildInfo BUILD_INFO = new BuildInfo("shop", "1.2.3", "9f3ab12", "",
			new Repository("https://github.com/acme/shop", "github"));

	private final FunctionCatalog catalog = new FunctionCatalog();

	private final LiveFigures figures = new LiveFigures(() -> NOW);

	private final Problems problems = new Problems(ProblemMode.WARN);

	private final AutometricsEndpoint endpoint = endpoint(null);

	@Test
	void describesTheService() {
		ApplicationDescriptor application = this.endpoint.application();

		assertThat(application.schemaVersion()).isOne();
		assertThat(application.generatedAt()).isEqualTo(NOW);
		assertThat(application.service()).isEqualTo(new ApplicationDescriptor.ServiceDescriptor("shop", "1.2.3",
				"9f3ab12", null, "1.0.0", "https://github.com/acme/shop", "github", NOW));
		assertThat(application.functions()).isEmpty();
	}

	@Test
	void saysHowWellObjectivesAreKept() {
		add("com.acme.Orders", "place");

		ApplicationDescriptor application = this.endpoint.application();

		assertThat(application.source().mode()).isEqualTo(Figures.Mode.LIVE);
		assertThat(application.objectives()).singleElement().satisfies((objective) -> {
			assertThat(objective.name()).isEqualTo("api");
			assertThat(objective.functions()).containsExactly("com.acme.Orders.place");
			assertThat(objective.latency()).isNull();
			assertThat(objective.successRate().targetPercent()).isEqualTo(99);
			assertThat(objective.successRate().since()).isEqualTo(NOW);
			assertThat(objective.successRate().state()).isEqualTo(TargetState.State.TOO_FEW_CALLS);
		});
	}

	@Test
	void listsProblemsTheWorstFirst() {
		this.problems.report(new Problem(ProblemCode.METER_DENIED, "function_calls_total", "Denied.", "Allow it."));
		this.problems
			.report(new Problem(ProblemCode.SELF_INVOCATION, "com.acme.Orders.place()", "Called.", "Move it."));

		assertThat(this.endpoint.application().problems()).containsExactly(
				new ApplicationDescriptor.ProblemDescriptor("AM-102", Severity.WARN, "com.acme.Orders.place()",
						"Called.", "Move it.", "docs/problems.md#am-102"),
				new ApplicationDescriptor.ProblemDescriptor("AM-110", Severity.INFO, "function_calls_total", "Denied.",
						"Allow it.", "docs/problems.md#am-110"));
	}

	@Test
	void listsFunctionsInOrderWithFiguresQueriesAndLinks() {
		add("com.acme.Stock", "find");
		add("com.acme.Orders", "place");
		this.figures.of(new FunctionId("com.acme.Orders", "place")).start();
		this.figures.of(new FunctionId("com.acme.Orders", "place")).end(null, Result.ERROR, 0);

		List<FunctionDescriptor> functions = this.endpoint.application().functions();

		assertThat(functions).extracting(FunctionDescriptor::id)
			.containsExactly("com.acme.Orders.place", "com.acme.Stock.find");
		FunctionDescriptor place = functions.get(0);
		assertThat(place.total()).isEqualTo(new FunctionDescriptor.Total(1, 1, NOW));
		assertThat(place.labels()).containsExactly(Map.entry("function", "place"),
				Map.entry("module", "com.acme.Orders"), Map.entry("service_name", "shop"));
		assertThat(place.queries()).extracting(Query::name)
			.containsExactly("requestRate", "errorRatio", "latency", "calleeRequestRate", "calleeErrorRatio");
		assertThat(place.links().keySet()).containsExactly("requestRate", "errorRatio", "latency", "calleeRequestRate",
				"calleeErrorRatio");
		assertThat(place.links().get("requestRate")).startsWith("http://localhost:9090/graph?g0.expr=sum%20by%20");
		assertThat(place.grafanaLinks()).isNull();
		assertThat(place.beans()).containsExactly("bean");
		assertThat(place.objectives()).containsExactly("api");
	}

	@Test
	void describesOneFunctionWithEveryQuery() {
		add("com.acme.Orders", "place");

		FunctionDescriptor place = this.endpoint.function("com.acme.Orders.place");

		assertThat(place.queries()).hasSize(11).extracting(Query::name).contains("latencyByVersion");
		assertThat(place.links()).hasSize(11);
	}

	@Test
	void linksIntoGrafanaWhereThereIsOne() {
		add("com.acme.Orders", "place");

		FunctionDescriptor place = endpoint(QueryLinks.toGrafanaExplore("https://grafana.example.com", "prom"))
			.function("com.acme.Orders.place");

		assertThat(place.grafanaLinks().get("errorRatio")).startsWith("https://grafana.example.com/explore?");
	}

	@Test
	void knowsNothingOfAnUnknownFunction() {
		assertThat(this.endpoint.function("com.acme.Orders.place")).isNull();
	}

	@Test
	void idsNeedNoEscapingInAPath() {
		add("com.acme.Orders", "place");
		add("com.acme.Orders$Cart", "add_int");
		add("com.acme.Orders", "größe / \"%2e\"");

		assertThat(this.endpoint.application().functions()).extracting(FunctionDescriptor::id)
			.allMatch((id) -> id.matches("[A-Za-z0-9._$~-]+"))
			.contains("com.acme.Orders.place", "com.acme.Orders$Cart.add_int")
			.anyMatch((id) -> id.matches("com\\.acme\\.Orders\\.gr-e-2e-~[0-9a-f]{8}"))
			.allSatisfy((id) -> assertThat(this.endpoint.function(id).id()).isEqualTo(id));
	}

	@Test
	void idsOfDifferentFunctionsDiffer() {
		add("com.acme", "Orders.place");
		add("com.acme.Orders", "place");

		assertThat(this.endpoint.application().functions()).extracting(FunctionDescriptor::id)
			.doesNotHaveDuplicates()
			.contains("com.acme.Orders.place");
	}

	private AutometricsEndpoint endpoint(QueryLinks grafana) {
		LinkTargets links = new LinkTargets(QueryLinks.toPrometheus("http://localhost:9090"), grafana);
		return new AutometricsEndpoint(new FunctionDescriptors(this.catalog, this.figures, BUILD_INFO,
				new QuerySettings(LabelMatchers.NONE, links)), objectives(), this.problems);
	}

	private ObjectiveDescriptors objectives() {
		CallHistory history = new CallHistory(this.figures,
				new CallHistory.Settings(Duration.ofMinutes(15), Duration.ofSeconds(10)));
		Objectives objectives = new Objectives(List.of(Objective.ofSuccessRate("api", 99)));
		LiveSource live = new LiveSource(this.catalog, this.figures, history, objectives);
		return new ObjectiveDescriptors(this.catalog, this.figures, Figures.ofThisInstance(live, history.settings()));
	}

	private void add(String module, String function) {
		this.catalog.add(new InstrumentedFunction(new FunctionId(module, function), function + "()", "api", false,
				ResultSettings.DEFAULT, new TreeSet<>(List.of("bean"))));
	}

}
