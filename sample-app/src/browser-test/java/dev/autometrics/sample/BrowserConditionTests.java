package dev.autometrics.sample;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link BrowserCondition}.
 */
class BrowserConditionTests {

	private static final List<String> MISSING = List.of("/chromium/that/nobody/installed");

	@Test
	void runsTestWhenThereIsABrowser() {
		assertThat(new BrowserCondition(List.of("/nowhere", "/bin/sh"), true).evaluate("SomeTests").isDisabled())
			.isFalse();
	}

	@Test
	void namesTheSkippedTestAndHowToInstallTheBrowser() {
		ConditionEvaluationResult result = new BrowserCondition(MISSING, false).evaluate("SomeTests");

		assertThat(result.isDisabled()).isTrue();
		assertThat(result.getReason())
			.contains("SomeTests is skipped: there is no Chromium. Install it: apt-get install chromium");
	}

	@Test
	void failsWhenSkipsAreForbidden() {
		assertThatIllegalStateException().isThrownBy(() -> new BrowserCondition(MISSING, true).evaluate("SomeTests"))
			.withMessageContaining("apt-get install chromium");
	}

}
