package dev.autometrics.dashboards;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.autometrics.Objective;
import dev.autometrics.ObjectiveLatency;
import dev.autometrics.model.Objectives;
import dev.autometrics.promql.LabelMatchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Dashboards}. Whether Prometheus answers their queries is tested beside
 * the sample application.
 */
class DashboardsTests {

	static final List<String> HOSTILE = List.of("a\"b", "a'b", "a`b", "back\\slash", "a\nb", "{{x}}", "$module",
			"${function:raw}", "[[instance]]", "[[", "</script><b>", "| a | b |", "_a_ *b*", "\u0000\u001b\u2028", "%s",
			"\u65e5\u672c \ud83d\ude00", "half \ud83d", "x\"}) or vector(1) #", "x".repeat(300));

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final Objectives OBJECTIVES = new Objectives(
			List.of(Objective.ofSuccessRate("api", 99.9).withLatency(ObjectiveLatency.MS_250, 99),
					Objective.ofSuccessRate("batch", 90), Objective.ofLatency("search", ObjectiveLatency.S_1, 99)));

	// What Grafana takes for a variable.
	private static final Pattern VARIABLE = Pattern
		.compile("\\$(\\w+)|\\[\\[(\\w+?)(?::\\w+)?]]|\\$\\{(\\w+)(?:\\.[^:}]+)?(?::[^}]+)?}");

	private static final Dashboards SHOP = new Dashboards("shop", OBJECTIVES);

	static List<String> names() {
		return List.of("overview", "function-explorer", "objectives");
	}

	@ParameterizedTest
	@MethodSource("names")
	void printsTheDashboard(String name) throws IOException {
		assertThat(SHOP.json(name)).isEqualTo(resource(name + ".json"));
	}

	@Test
	void hasThreeDashboards() {
		assertThat(SHOP.names()).isEqualTo(names());
		assertThat(SHOP.title("overview")).isEqualTo("shop: Overview");
		assertThatIllegalArgumentException().isThrownBy(() -> SHOP.json("nothing"))
			.withMessage("There is no dashboard 'nothing', but there are [overview, function-explorer, objectives]");
	}

	@ParameterizedTest
	@MethodSource("names")
	void isWhatGrafanaDescribes(String name) throws IOException {
		assertThat(faults(SHOP, name)).isEmpty();
		assertThat(faults(new Dashboards("shop", Objectives.NONE), name)).isEmpty();
	}

	@Test
	void grafanasDescriptionFindsFaults() throws IOException {
		String json = SHOP.json("overview");

		assertThat(faults(json.replace("\"fillOpacity\": 10", "\"fillOpacity\": \"10\""))).isNotEmpty();
		assertThat(faults(json.replace("\"cellHeight\"", "\"cellHigh\""))).isNotEmpty();
		assertThat(faults(json.replace("\"gridPos\"", "\"grid\""))).isNotEmpty();
		assertThat(faults(json.replace("\"refresh\": 2", "\"refresh\": 3"))).isNotEmpty();
	}

	@ParameterizedTest
	@FieldSource("HOSTILE")
	void survivesHostileNames(String text) throws IOException {
		Dashboards dashboards = new Dashboards(text,
				new Objectives(
						List.of(Objective.ofSuccessRate(text + "x", 99).withLatency(ObjectiveLatency.MS_250, 99))))
			.withLabels(Map.of("namespace", text));

		for (String name : names()) {
			assertThat(faults(dashboards, name)).isEmpty();
			assertThat(variables(dashboards, name)).isEqualTo(variables(SHOP, name));
			assertThat(structure(parse(dashboards, name))).isEqualTo(structure(parse(new Dashboards("shop",
					new Objectives(List.of(Objective.ofSuccessRate("y", 99).withLatency(ObjectiveLatency.MS_250, 99))))
				.withLabels(Map.of("namespace", "prod")), name)));
		}
	}

	// Each use of a variable once, without the text around it.
	private static Set<String> variables(Dashboards dashboards, String name) throws IOException {
		return texts(parse(dashboards, name)).flatMap((text) -> VARIABLE.matcher(text).results())
			.map((result) -> result.group().replaceAll("-[0-9a-f]{16}", ""))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Stream<String> texts(JsonNode node) {
		return node.isTextual() ? Stream.of(node.textValue()) : stream(node).flatMap(DashboardsTests::texts);
	}

	private static String structure(JsonNode node) {
		return node.isContainerNode()
				? stream(node).map(DashboardsTests::structure).collect(Collectors.joining(",", "(", ")"))
				: node.getNodeType().toString();
	}

	private static Stream<JsonNode> stream(JsonNode node) {
		List<JsonNode> children = new ArrayList<>();
		node.forEach(children::add);
		return children.stream();
	}

	@ParameterizedTest
	@MethodSource("names")
	void panelsDoNotOverlapAndHaveIdsOfTheirOwn(String name) throws IOException {
		JsonNode panels = parse(SHOP, name).path("panels");
		Set<String> cells = new HashSet<>();
		Set<Integer> ids = new HashSet<>();

		assertThat(panels).isNotEmpty().allSatisfy((panel) -> {
			JsonNode place = panel.path("gridPos");
			int right = place.path("x").intValue() + place.path("w").intValue();
			assertThat(right).isLessThanOrEqualTo(24);
			assertThat(ids.add(panel.path("id").intValue())).isTrue();
			IntStream.range(place.path("x").intValue(), right)
				.forEach((column) -> IntStream
					.range(place.path("y").intValue(), place.path("y").intValue() + place.path("h").intValue())
					.forEach((line) -> assertThat(cells.add(column + "," + line)).as(panel.toString()).isTrue()));
		});
	}

	@ParameterizedTest
	@MethodSource("names")
	void usesOnlyVariablesThatItHas(String name) throws IOException {
		Set<String> own = new HashSet<>(
				Set.of("__rate_interval", "__range", "__url_time_range", "__data", "__field", "__all"));
		parse(SHOP, name).path("templating")
			.path("list")
			.forEach((variable) -> own.add(variable.path("name").asText()));

		Set<String> used = texts(parse(SHOP, name)).flatMap((text) -> VARIABLE.matcher(text).results())
			.map((result) -> Stream.of(result.group(1), result.group(2), result.group(3))
				.filter(Objects::nonNull)
				.findFirst()
				.orElseThrow())
			.collect(Collectors.toSet());

		assertThat(own).containsAll(used);
	}

	@Test
	void linksLeadToTheDashboards() throws IOException {
		Set<String> addresses = names().stream().map((name) -> "/d/" + SHOP.uid(name)).collect(Collectors.toSet());

		for (String name : names()) {
			JsonNode dashboard = parse(SHOP, name);
			assertThat(dashboard.path("uid").asText()).isEqualTo(SHOP.uid(name));
			assertThat(dashboard.path("links")).hasSize(2);
			assertThat(dashboard.findValuesAsText("url")).isNotEmpty()
				.allSatisfy((url) -> assertThat(addresses).contains(url.replaceFirst("\\?.*", "")));
		}
	}

	@Test
	void addressDependsOnServiceAndLabelsOnly() {
		Dashboards other = new Dashboards("shop", Objectives.NONE);

		assertThat(SHOP.uid("overview")).isEqualTo(other.uid("overview"))
			.isNotEqualTo(new Dashboards("Shop", OBJECTIVES).uid("overview"))
			.isNotEqualTo(SHOP.withLabels(Map.of("namespace", "prod")).uid("overview"))
			.isNotEqualTo(SHOP.uid("objectives"));
		assertThat(HOSTILE)
			.flatExtracting(
					(text) -> names().stream().map((name) -> new Dashboards(text, OBJECTIVES).uid(name)).toList())
			.doesNotHaveDuplicates()
			.allMatch((uid) -> uid.matches("[a-z0-9-]{1,40}"));
	}

	@Test
	void matchesLabelsInEveryQuery() throws IOException {
		Dashboards dashboards = SHOP.withLabels(Map.of("namespace", "prod", "cluster", "a\"b"));

		for (String name : names()) {
			assertThat(Stream
				.concat(parse(dashboards, name).findValuesAsText("expr").stream(),
						parse(dashboards, name).path("templating").findValuesAsText("query").stream())
				.filter((query) -> query.contains("{"))).isNotEmpty()
				.allSatisfy((query) -> assertThat(query.replaceAll("[$]\\{\\w+:raw}", "").split("\\{"))
					.satisfies((parts) -> {
						assertThat(parts).hasSizeGreaterThan(1);
						assertThat(Stream.of(parts).skip(1)).allMatch((part) -> part
							.startsWith("service_name=\"shop\",cluster=\"a\\\"b\",namespace=\"prod\""));
					}));
		}
	}

	@Test
	void recordsAreFoundByTheLabelsThatRulesGiveThem() throws IOException {
		Dashboards dashboards = SHOP.withConditions(LabelMatchers.parse("namespace=\"prod\",cluster=~\"(eu|us)-$\""));
		String published = "service_name=\"shop\",cluster=~\"(eu|us)-\\x24\",namespace=\"prod\"";
		String recorded = "service_name=\"shop\",autometrics_selector=\"cluster=~\\\"(eu|us)-\\x24\\\"\",namespace=";

		for (String name : names()) {
			assertThat(parse(dashboards, name).findValuesAsText("expr").stream().filter((query) -> query.contains("{")))
				.isNotEmpty()
				.allMatch((query) -> (query.contains("autometrics_slo:") || query.contains("ALERTS"))
						? query.contains(recorded) && !query.contains(published)
						: query.contains(published) && !query.contains(recorded));
		}
		assertThat(dashboards.uid("overview"))
			.isNotEqualTo(SHOP.withLabels(Map.of("namespace", "prod")).uid("overview"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "service_name", "function", "instance", "le", "slo", "__name__", "alertname" })
	void refusesLabelsThatItMatchesItself(String label) {
		assertThatIllegalArgumentException().isThrownBy(() -> SHOP.withLabels(Map.of(label, "x")))
			.withMessage("the label '" + label + "' is one that queries, rules and dashboards use themselves");
	}

	@Test
	void refusesLabelsThatAreNone() {
		assertThatIllegalArgumentException().isThrownBy(() -> SHOP.withLabels(Map.of("a-b", "x")));
	}

	private static Set<String> faults(Dashboards dashboards, String name) throws IOException {
		return faults(dashboards.json(name));
	}

	private static Set<String> faults(String json) throws IOException {
		JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(resource("grafana.schema.json"));
		return schema.validate(parse(json)).stream().map(ValidationMessage::toString).collect(Collectors.toSet());
	}

	private static JsonNode parse(Dashboards dashboards, String name) throws JsonProcessingException {
		return parse(dashboards.json(name));
	}

	private static JsonNode parse(String json) throws JsonProcessingException {
		assertThat(json).isEqualTo(new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
			.doesNotContain("</");
		return JSON.readTree(json);
	}

	private static String resource(String name) throws IOException {
		try (InputStream stream = DashboardsTests.class.getResourceAsStream("/dashboards/" + name)) {
			return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
