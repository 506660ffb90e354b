package dev.autometrics.dashboards;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.autometrics.Objective;
import dev.autometrics.ObjectiveLatency;
import dev.autometrics.model.ErrorBudget;
import dev.autometrics.model.ObjectiveLabels;
import dev.autometrics.model.Objectives;

/**
 * The objectives, and what they ask for, for people to read.
 */
final class ObjectiveTable {

	private static final String HEAD = "| objective | target | calls that may be bad |\n| --- | --- | --- |\n";

	private ObjectiveTable() {
	}

	/**
	 * Return a table in Markdown.
	 * @param objectives the objectives
	 * @return a line for each target
	 */
	static String of(Objectives objectives) {
		return objectives.list().stream().flatMap(ObjectiveTable::rows).collect(Collectors.joining("\n", HEAD, ""));
	}

	private static Stream<String> rows(Objective objective) {
		Stream.Builder<String> rows = Stream.builder();
		if (objective.successRate() != null) {
			rows.add(row(objective.name(), objective.successRate(), "of the calls succeed"));
		}
		ObjectiveLatency latency = objective.latency();
		if (latency != null) {
			rows.add(row(objective.name(), latency.percentile(),
					"of the calls take at most " + ObjectiveLabels.threshold(latency.threshold()) + " s"));
		}
		return rows.build();
	}

	private static String row(String name, double percentile, String target) {
		String allowed = ErrorBudget.of(percentile).share().movePointRight(2).stripTrailingZeros().toPlainString();
		return "| " + GrafanaText.markdown(name) + " | " + ObjectiveLabels.percentile(percentile) + " % " + target
				+ " | " + allowed + " % |";
	}

}
