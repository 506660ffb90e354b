package dev.autometrics.sample;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.autometrics.Objective;
import dev.autometrics.ObjectiveLatency;
import dev.autometrics.model.Label;
import dev.autometrics.model.ObjectiveRecords;
import dev.autometrics.model.Objectives;
import dev.autometrics.promql.Selector;
import dev.autometrics.rules.RuleFile;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of what the generated alerts say.
 */
@RequiresPromtool
class AlertTextTests {

	private static final String FAILING = "0+60x60";

	private static final Objectives OBJECTIVES = new Objectives(
			List.of(Objective.ofSuccessRate("api", 99.9).withLatency(ObjectiveLatency.MS_250, 95)));

	@Test
	void saysHowManyCallsFail() {
		verify(new RuleFile("shop", OBJECTIVES).withLinks("https://shop.example.com/actuator/autometrics", null),
				Map.of(failures("shop", "api"), FAILING),
				Map.of("service_name", "shop", "objective_name", "api", "objective_percentile", "99.9", "slo",
						"success_rate", "severity", "page"),
				Map.of("summary", "shop: objective api spends its error budget too fast", "description",
						"100% of the calls failed in the last hour or in the last 6 hours; no more than 0.1 % may.",
						"explorer_url", "https://shop.example.com/actuator/autometrics"));
	}

	@Test
	void saysHowManyCallsAreSlow() {
		String labels = "{service_name=\"shop\",objective_name=\"api\",objective_percentile=\"95\","
				+ "objective_latency_threshold=\"0.25\"";
		verify(new RuleFile("shop", OBJECTIVES),
				Map.of("function_calls_duration_seconds_count" + labels + "}", FAILING,
						"function_calls_duration_seconds_bucket" + labels + ",le=\"0.25\"}", "0+15x60"),
				Map.of("service_name", "shop", "objective_name", "api", "objective_percentile", "95",
						"objective_latency_threshold", "0.25", "slo", "latency", "severity", "page"),
				Map.of("summary", "shop: objective api spends its error budget too fast", "description",
						"75% of the calls took longer than 0.25 s in the last hour or in the last 6 hours; "
								+ "no more than 5 % may."));
	}

	@Test
	void expandsNothingInHostileNames() {
		String name = "{{ $value }} \"it's\" \\ \n {{";
		verify(new RuleFile(name, OBJECTIVES).withLinks(name, name), Map.of(failures(name, name), FAILING),
				Map.of("service_name", name, "objective_name", name, "objective_percentile", "99.9", "slo",
						"success_rate", "severity", "page"),
				Map.of("summary", name + ": objective " + name + " spends its error budget too fast", "description",
						"100% of the calls failed in the last hour or in the last 6 hours; no more than 0.1 % may.",
						"explorer_url", name, "runbook_url", name));
	}

	private static String failures(String service, String objective) {
		return new Selector("function_calls_total").with(Label.SERVICE_NAME, service)
			.with(Label.OBJECTIVE_NAME, objective)
			.with(Label.OBJECTIVE_PERCENTILE, "99.9")
			.with(Label.RESULT, "error")
			.toString();
	}

	// Promtool compares all alerts of the name, so the ticket is expected as well.
	private static void verify(RuleFile rules, Map<String, String> series, Map<String, String> labels,
			Map<String, String> annotations) {
		RuleSimulation simulation = RuleSimulation.run(List.of(rules), "30s", Map.of("interval", "1m", "input_series",
				series.entrySet()
					.stream()
					.map((entry) -> Map.of("series", entry.getKey(), "values", entry.getValue()))
					.toList(),
				"alert_rule_test", List.of(Map.of("alertname", ObjectiveRecords.BUDGET_BURN_ALERT, "eval_time", "30m",
						"exp_alerts", List.of(alert(labels, annotations), ticketBeside(labels, annotations))))));
		assertThat(simulation.promtool().exitCode()).as(simulation.promtool().output()).isZero();
	}

	private static Map<String, Object> ticketBeside(Map<String, String> labels, Map<String, String> annotations) {
		Map<String, String> ticketLabels = new TreeMap<>(labels);
		ticketLabels.put("severity", "ticket");
		Map<String, String> ticketAnnotations = new TreeMap<>(annotations);
		ticketAnnotations.computeIfPresent("description",
				(key, page) -> page.replace("hour or in the last 6 hours", "day or in the last 3 days"));
		return alert(ticketLabels, ticketAnnotations);
	}

	private static Map<String, Object> alert(Map<String, String> labels, Map<String, String> annotations) {
		return Map.of("exp_labels", labels, "exp_annotations", annotations);
	}

}
