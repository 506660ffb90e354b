package dev.autometrics.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.autometrics.Objective;
import dev.autometrics.ObjectiveLatency;
import dev.autometrics.model.Objectives;
import dev.autometrics.promql.LabelMatchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link RuleFile}. Whether Prometheus takes the files, and when they raise
 * alerts, is tested with promtool, beside the sample application.
 */
class RuleFileTests {

	private static final Objective API = Objective.ofSuccessRate("api", 99.9).withLatency(ObjectiveLatency.MS_250, 99);

	private static final Pattern SELECTOR = Pattern.compile("([\\w:]+)\\{(.+?)}");

	private static final List<Objective> FIVE = List.of(API,
			Objective.ofSuccessRate("back office", 90).withLatency(ObjectiveLatency.S_1, 95),
			Objective.ofSuccessRate("batch", 99), Objective.ofLatency("search", ObjectiveLatency.MS_250, 95),
			Objective.ofSuccessRate("webhooks", 99.9));

	@Test
	void printsTheRulesOfOneObjective() throws IOException {
		String yaml = rules(API)
			.withLinks("https://shop.example.com/actuator/autometrics", "https://wiki.example.com/slo")
			.toYaml();

		assertThat(yaml).isEqualTo(golden("one-objective.yml"));
	}

	@Test
	void printsTheRulesOfFiveObjectivesOfANamespace() throws IOException {
		RuleFile rules = new RuleFile("shop", new Objectives(FIVE)).withLabels(Map.of("namespace", "prod"));

		assertThat(rules.toYaml()).isEqualTo(golden("five-objectives.yml"));
	}

	@Test
	void hasNoGroupsWithoutObjectives() {
		assertThat(groups(new RuleFile("shop", Objectives.NONE))).isEmpty();
	}

	@Test
	void onlyPercentilesAndThresholdsAddRules() {
		assertThat(count(new RuleFile("shop", new Objectives(FIVE)))).isEqualTo(13 + 2 * 2 + 3 * 4);
		assertThat(count(new RuleFile("shop",
				new Objectives(IntStream.range(0, 50)
					.mapToObj((number) -> Objective.ofSuccessRate("objective " + number, 99))
					.toList()))))
			.isEqualTo(13 + 3);
	}

	@Test
	void oneSecondAndAThousandMillisecondsAreOneThreshold() {
		assertThat(count(rules(Objective.ofLatency("a", Duration.ofSeconds(1), 99),
				Objective.ofLatency("b", Duration.parse("PT1.000S"), 99.0))))
			.isEqualTo(13 + 2 + 3);
	}

	@Test
	void doesNotDependOnTheOrderOfTheObjectives() {
		assertThat(rules(FIVE.get(4), FIVE.get(1), FIVE.get(0), FIVE.get(3), FIVE.get(2)).toYaml())
			.isEqualTo(rules(FIVE.toArray(Objective[]::new)).toYaml());
	}

	@Test
	void namesOfObjectivesAreInCommentsOnly() {
		Objective hostile = Objective.ofSuccessRate("x\"\n- name: {{ $labels.x }}\r# \u2028 \u202e", 99);

		String yaml = rules(hostile).toYaml();

		assertThat(withoutComments(yaml))
			.isEqualTo(withoutComments(rules(Objective.ofSuccessRate("api", 99)).toYaml()));
		assertThat(yaml).contains("#   \"x\"\\n- name: {{ $labels.x }}\\u000d# \\u2028 \\u202e\": 99 % of");
	}

	@Test
	void serviceAndLinksCannotBecomeTemplates() {
		RuleFile rules = new RuleFile("{{ $labels.x }}", new Objectives(List.of(API)))
			.withLabels(Map.of("zone", "{{a}}"))
			.withLinks("https://shop/{{ .Value }}", "{{{");

		Map<String, Object> alert = alerts(rules).filter((rule) -> rule.containsKey("for")).findFirst().orElseThrow();
		Map<String, String> annotations = texts(alert, "annotations");

		assertThat(annotations.get("explorer_url")).isEqualTo("https://shop/{{\"{\"}}{{\"{\"}} .Value }}");
		assertThat(annotations.get("runbook_url")).isEqualTo("{{\"{\"}}{{\"{\"}}{{\"{\"}}");
		assertThat(annotations.get("summary")).startsWith("{{ $labels.service_name }}: ");
		assertThat(texts(alert, "labels")).containsEntry("zone", "{{\"{\"}}{{\"{\"}}a}}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "service_name", "objective_percentile", "slo", "le", "severity", "alertname", "__name__" })
	void refusesLabelsThatTheRulesSetThemselves(String label) {
		assertThatIllegalArgumentException().isThrownBy(() -> rules(API).withLabels(Map.of(label, "x")))
			.withMessage("the label '" + label + "' is one that queries, rules and dashboards use themselves");
	}

	@Test
	void recordsCarryLabelsForConditions() {
		RuleFile rules = rules(API).withConditions(LabelMatchers.parse("namespace=\"prod\",cluster=~\"eu-.*\""));
		Map<String, String> labels = Map.of("namespace", "prod", "autometrics_selector", "cluster=~\"eu-.*\"");
		String published = "service_name=\"shop\",cluster=~\"eu-.*\",namespace=\"prod\"";
		String recorded = "service_name=\"shop\",autometrics_selector=\"cluster=~\\\"eu-.*\\\"\",namespace=\"prod\"";

		assertThat(all(rules))
			.allSatisfy((rule) -> assertThat(SELECTOR.matcher((String) rule.get("expr")).results()).isNotEmpty()
				.allMatch((selector) -> selector.group(2)
					.startsWith(selector.group(1).startsWith("function_") ? published : recorded)));
		assertThat(all(rules).filter((rule) -> ((String) rule.get("expr")).contains("rate(function_"))).hasSize(4)
			.allSatisfy((rule) -> assertThat(texts(rule, "labels")).containsAllEntriesOf(labels));
	}

	private static RuleFile rules(Objective... objectives) {
		return new RuleFile("shop", new Objectives(List.of(objectives)));
	}

	private static List<Map<String, Object>> groups(RuleFile rules) {
		Map<String, List<Map<String, Object>>> file = new Yaml().load(rules.toYaml());
		return file.get("groups");
	}

	private static Stream<Map<String, Object>> alerts(RuleFile rules) {
		return all(rules).filter((rule) -> rule.containsKey("alert"));
	}

	@SuppressWarnings("unchecked")
	private static Stream<Map<String, Object>> all(RuleFile rules) {
		return groups(rules).stream().flatMap((group) -> ((List<Map<String, Object>>) group.get("rules")).stream());
	}

	@SuppressWarnings("unchecked")
	private static Map<String, String> texts(Map<String, Object> rule, String key) {
		return (Map<String, String>) rule.get(key);
	}

	private static int count(RuleFile rules) {
		return groups(rules).stream().mapToInt((group) -> ((List<?>) group.get("rules")).size()).sum();
	}

	private static String withoutComments(String yaml) {
		return yaml.replaceAll("(?m)^ *#.*\n", "");
	}

	private static String golden(String name) throws IOException {
		try (InputStream stream = RuleFileTests.class.getResourceAsStream("/rules/" + name)) {
			return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
