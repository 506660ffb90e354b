package dev.autometrics.sample;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips a test, or fails it, for want of a Prometheus.
 */
class PrometheusCondition implements ExecutionCondition {

	private final PrometheusBinary binary;

	private final boolean skipsForbidden;

	private final String debianPackage;

	PrometheusCondition() {
		this(PrometheusBinary.configured(), skipsForbidden());
	}

	PrometheusCondition(PrometheusBinary binary, boolean skipsForbidden) {
		this(binary, skipsForbidden, "prometheus");
	}

	PrometheusCondition(PrometheusBinary binary, boolean skipsForbidden, String debianPackage) {
		this.binary = binary;
		this.skipsForbidden = skipsForbidden;
		this.debianPackage = debianPackage;
	}

	static boolean skipsForbidden() {
		return "forbidden".equals(System.getProperty("autometrics.skips"));
	}

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		ConditionEvaluationResult result = evaluate(context.getRequiredTestClass().getSimpleName());
		if (result.isDisabled()) {
			System.err.println(result.getReason().orElseThrow());
		}
		return result;
	}

	ConditionEvaluationResult evaluate(String test) {
		if (this.binary.find() != null) {
			return ConditionEvaluationResult.enabled("There is a '" + this.binary.name() + "'");
		}
		String missing = "there is no '" + this.binary.name() + "'. Install it: apt-get install " + this.debianPackage;
		if (this.skipsForbidden) {
			throw new IllegalStateException(test + " cannot run and must not be skipped: " + missing);
		}
		return ConditionEvaluationResult.disabled(test + " is skipped: " + missing);
	}

}
