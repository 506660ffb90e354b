package dev.autometrics.autoconfigure;

import java.util.stream.Collectors;

import dev.autometrics.problems.ProblemsFoundException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Lists the problems that keep the application from starting.
 */
final class ProblemsFoundFailureAnalyzer extends AbstractFailureAnalyzer<ProblemsFoundException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ProblemsFoundException cause) {
		String found = cause.problems()
			.stream()
			.map((problem) -> "%n    - %s".formatted(problem))
			.collect(Collectors.joining());
		return new FailureAnalysis(
				"Not everything is measured that is to be, and autometrics.problems is 'fail':" + found,
				"Mend what is listed, or set autometrics.problems=warn to start all the same.", rootFailure);
	}

}
