package dev.autometrics.autoconfigure;

import dev.autometrics.actuate.endpoint.LinkTargets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link LinkSettings}.
 */
class LinkSettingsTests {

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void linksLeadToTheLocalPrometheusByDefault() {
		assertThat(targets().prometheus().linkTo("up")).isEqualTo("http://localhost:9090/graph?g0.expr=up&g0.tab=0");
		assertThat(targets().grafana()).isNull();
	}

	@Test
	void propertyBeatsVariable() {
		this.environment.setProperty("PROMETHEUS_URL", "http://variable:9090/");
		assertThat(targets().prometheus().linkTo("up")).startsWith("http://variable:9090/graph?");

		this.environment.setProperty("autometrics.prometheus.url", "https://property.example.com/prometheus/");
		assertThat(targets().prometheus().linkTo("up")).startsWith("https://property.example.com/prometheus/graph?");
	}

	@Test
	void credentialsAreNotShown() {
		this.environment.setProperty("autometrics.prometheus.url", "https://jane:secret@prometheus.example.com");

		assertThat(targets().prometheus().linkTo("up")).startsWith("https://prometheus.example.com/graph?");
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", "localhost:9090", "ftp://example.com", "http://", "http://a b",
			"http://example.com?x=1", "http://example.com#x", "http://example.com:65536", "http://example.com:x",
			"http:///graph", "//example.com", "http:example.com", "file:///etc/passwd", "http://exa\"mple.com" })
	void addressThatNoBrowserOpensIsRefused(String url) {
		this.environment.setProperty("autometrics.prometheus.url", url);

		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class).isThrownBy(this::targets)
			.satisfies((ex) -> assertThat(ex.getName()).isEqualTo("autometrics.prometheus.url"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://prometheus_server:9090", "http://[::1]:9090",
			"https://mimir.example.com/prometheus", "HTTP://EXAMPLE.COM", "http://example.com:65535" })
	void addressThatABrowserOpensIsTaken(String url) {
		this.environment.setProperty("autometrics.prometheus.url", url);

		assertThat(targets().prometheus().linkTo("up")).startsWith(url + "/graph?");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "http://jane:sec/ret@example.com", "ftp://jane:secret@example.com", "http://jane:secret@" })
	void credentialsAreNotShownWhenTheAddressIsRefused(String url) {
		this.environment.setProperty("autometrics.prometheus.url", url);

		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class).isThrownBy(this::targets)
			.satisfies((ex) -> assertThat(ex.getValue() + ex.getMessage()).doesNotContain("jane", "sec", "ret@"));
	}

	@Test
	void badAddressIsFoundBeforeAnythingLinksThere() {
		this.environment.setProperty("autometrics.prometheus.url", "prometheus:9090");

		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> AutometricsProperties.from(this.environment));
	}

	@Test
	void variableWithABadAddressIsNamed() {
		this.environment.setProperty("PROMETHEUS_URL", "prometheus:9090");

		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class).isThrownBy(this::targets)
			.satisfies((ex) -> assertThat(ex.getName()).isEqualTo("PROMETHEUS_URL"));
	}

	@Test
	void grafanaNeedsAddressAndDatasource() {
		this.environment.setProperty("autometrics.grafana.url", "https://grafana.example.com");
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class).isThrownBy(this::targets)
			.withMessageContaining("autometrics.grafana.datasource-uid");

		this.environment.setProperty("autometrics.grafana.datasource-uid", "prom");
		assertThat(targets().grafana().linkTo("up")).startsWith("https://grafana.example.com/explore?");

		this.environment.setProperty("autometrics.grafana.url", "");
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class).isThrownBy(this::targets)
			.withMessageContaining("autometrics.grafana.url");
	}

	private LinkTargets targets() {
		return LinkSettings.targets(AutometricsProperties.from(this.environment), this.environment);
	}

}
