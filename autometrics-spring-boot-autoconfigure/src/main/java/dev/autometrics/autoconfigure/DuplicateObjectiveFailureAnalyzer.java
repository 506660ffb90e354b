package dev.autometrics.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Shows both places of an objective that is declared twice.
 */
final class DuplicateObjectiveFailureAnalyzer extends AbstractFailureAnalyzer<DuplicateObjectiveException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, DuplicateObjectiveException cause) {
		return new FailureAnalysis("The objective '%s' is declared twice:%n%n    - by %s%n    - by %s"
			.formatted(cause.name(), cause.first(), cause.second()), "Remove one of them, or give it another name.",
				rootFailure);
	}

}
