package dev.autometrics.sample;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips a test, or fails it, for want of a Chromium.
 */
class BrowserCondition implements ExecutionCondition {

	private static final List<String> USUAL = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
			"/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

	private final List<String> candidates;

	private final boolean skipsForbidden;

	BrowserCondition() {
		this(candidates(System.getProperty("autometrics.browser.binary", "")), PrometheusCondition.skipsForbidden());
	}

	BrowserCondition(List<String> candidates, boolean skipsForbidden) {
		this.candidates = candidates;
		this.skipsForbidden = skipsForbidden;
	}

	private static List<String> candidates(String configured) {
		return configured.isEmpty() ? USUAL : List.of(configured);
	}

	static Path browser() {
		return Objects.requireNonNull(new BrowserCondition().find());
	}

	private @Nullable Path find() {
		return this.candidates.stream().map(Path::of).filter(Files::isExecutable).findFirst().orElse(null);
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
		if (find() != null) {
			return ConditionEvaluationResult.enabled("There is a Chromium");
		}
		String missing = "there is no Chromium. Install it: apt-get install chromium";
		if (this.skipsForbidden) {
			throw new IllegalStateException(test + " cannot run and must not be skipped: " + missing);
		}
		return ConditionEvaluationResult.disabled(test + " is skipped: " + missing);
	}

}
