package dev.autometrics.sample;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Prometheus takes the configuration in the folder {@code setup}, and the rules in it.
 */
@RequiresPromtool
class SetupCheckTests {

	@Test
	void takesTheConfigurationWithItsRules() {
		Promtool promtool = Promtool.run(Path.of("setup"), "check", "config", "prometheus.yml");

		assertThat(promtool.exitCode()).as(promtool.output()).isZero();
		assertThat(promtool.output()).contains("1 rule files found", "valid prometheus config", "18 rules found");
	}

}
