package dev.autometrics.autoconfigure;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Tells which objectives there are when one is named that is not, and which of them may
 * be meant.
 */
final class UnknownObjectiveFailureAnalyzer extends AbstractFailureAnalyzer<UnknownObjectiveException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnknownObjectiveException cause) {
		return new FailureAnalysis("@Autometrics(objective = \"%s\") on %s names an objective that is not declared. %s"
			.formatted(cause.objective(), cause.place(), known(cause)), action(cause), rootFailure);
	}

	private static String known(UnknownObjectiveException cause) {
		return cause.known().isEmpty() ? "None is." : "Declared are "
				+ cause.known().stream().map((name) -> "'" + name + "'").collect(Collectors.joining(", ", "", "."));
	}

	private static String action(UnknownObjectiveException cause) {
		String declare = "declare it: autometrics.objectives.%s.success-rate=99.9, .latency.threshold=250ms and "
			.formatted(cause.objective()) + ".latency.percentile=99, or a bean of type Objective.";
		return cause.known()
			.stream()
			.min(Comparator.comparingInt((name) -> distance(name, cause.objective())))
			.map((nearest) -> "If you mean '" + nearest + "', correct the name. Else " + declare)
			.orElse("D" + declare.substring(1));
	}

	// How many characters have to be inserted, removed or replaced to make one word of
	// another (Levenshtein), regardless of case.
	private static int distance(String first, String second) {
		String from = first.toLowerCase(Locale.ROOT);
		String to = second.toLowerCase(Locale.ROOT);
		int[] costs = new int[to.length() + 1];
		for (int j = 0; j <= to.length(); j++) {
			costs[j] = j;
		}
		for (int i = 1; i <= from.length(); i++) {
			int diagonal = costs[0];
			costs[0] = i;
			for (int j = 1; j <= to.length(); j++) {
				int replaced = diagonal + ((from.charAt(i - 1) == to.charAt(j - 1)) ? 0 : 1);
				diagonal = costs[j];
				costs[j] = Math.min(replaced, 1 + Math.min(costs[j - 1], costs[j]));
			}
		}
		return costs[to.length()];
	}

}
