package dev.autometrics.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says which lines of Spring Boot the library supports, and what to do on another one.
 */
final class UnsupportedSpringBootVersionFailureAnalyzer
		extends AbstractFailureAnalyzer<UnsupportedSpringBootVersionException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnsupportedSpringBootVersionException cause) {
		return new FailureAnalysis(
				"The application runs on Spring Boot %s. Autometrics supports Spring Boot 3.5, 4.0, 4.1 and newer."
					.formatted(cause.version()),
				"Upgrade to Spring Boot 3.5 or newer. Until then, set autometrics.enabled=false or remove "
						+ "autometrics-spring-boot-starter: the application starts then, and is not measured.",
				rootFailure);
	}

}
