package dev.autometrics.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link PrometheusCondition}.
 */
class PrometheusConditionTests {

	private static final PrometheusBinary MISSING = new PrometheusBinary("prometheus-that-nobody-installed");

	@Test
	void runsTestWhenThereIsABinary(@TempDir Path folder) throws IOException {
		Path program = Files.createFile(folder.resolve("prometheus"));
		assertThat(program.toFile().setExecutable(true)).isTrue();

		ConditionEvaluationResult result = new PrometheusCondition(new PrometheusBinary(program.toString()), true)
			.evaluate("SomeTests");

		assertThat(result.isDisabled()).isFalse();
	}

	@Test
	void findsBinaryOnThePath() {
		assertThat(new PrometheusBinary("sh").find()).isAbsolute();
	}

	@Test
	void findsPromtoolBesideTheServer() {
		assertThat(new PrometheusBinary("/opt/three/prometheus").beside("promtool").name())
			.isEqualTo("/opt/three/promtool");
		assertThat(new PrometheusBinary("prometheus").beside("promtool").name()).isEqualTo("promtool");
	}

	@Test
	void namesTheSkippedTestAndHowToInstallTheBinary() {
		ConditionEvaluationResult result = new PrometheusCondition(MISSING, false).evaluate("SomeTests");

		assertThat(result.isDisabled()).isTrue();
		assertThat(result.getReason()).contains("SomeTests is skipped: there is no 'prometheus-that-nobody-installed'. "
				+ "Install it: apt-get install prometheus");
	}

	@Test
	void namesThePackageOfThePushgateway() {
		assertThat(new PushgatewayCondition(MISSING, false).evaluate("SomeTests").getReason().orElseThrow())
			.endsWith("Install it: apt-get install prometheus-pushgateway");
	}

	@Test
	void failsWhenSkipsAreForbidden() {
		assertThatIllegalStateException().isThrownBy(() -> new PrometheusCondition(MISSING, true).evaluate("SomeTests"))
			.withMessageContaining("SomeTests")
			.withMessageContaining("apt-get install prometheus");
	}

}
