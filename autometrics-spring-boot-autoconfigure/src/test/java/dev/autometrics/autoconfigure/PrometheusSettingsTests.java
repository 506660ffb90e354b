package dev.autometrics.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import javax.net.ssl.SSLContext;

import dev.autometrics.prometheus.PrometheusTarget;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.MutuallyExclusiveConfigurationPropertiesException;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link PrometheusSettings}.
 */
class PrometheusSettingsTests {

	private static final String PREFIX = "autometrics.prometheus.";

	private final MockEnvironment environment = new MockEnvironment();

	private final DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();

	@Test
	void nothingIsAskedThatNobodyHasSet() {
		assertThat(target()).isNull();
	}

	@Test
	void addressOfTheLinksIsAskedWhereItIsSet() {
		this.environment.setProperty("PROMETHEUS_URL", "http://variable:9090");
		assertThat(target()).hasToString("http://variable:9090");

		this.environment.setProperty(PREFIX + "url", "http://links:9090");
		assertThat(target()).hasToString("http://links:9090");

		this.environment.setProperty(PREFIX + "query-url", " https://prometheus:9090/path/ ");
		assertThat(target()).hasToString("https://prometheus:9090/path/");
	}

	@Test
	void emptyAddressAsksNothing() {
		this.environment.setProperty("PROMETHEUS_URL", "http://variable:9090");
		this.environment.setProperty(PREFIX + "url", "http://links:9090");
		this.environment.setProperty(PREFIX + "query-url", "");

		assertThat(target()).isNull();
	}

	@Test
	void defaultTimeoutIsTwoSeconds() {
		this.environment.setProperty(PREFIX + "query-url", "http://prometheus:9090");
		assertThat(target().timeout()).hasSeconds(2);

		this.environment.setProperty(PREFIX + "timeout", "500ms");
		assertThat(target().timeout()).hasMillis(500);
	}

	@Test
	void userIsSent() {
		this.environment.setProperty(PREFIX + "query-url", "http://prometheus:9090");
		this.environment.setProperty(PREFIX + "username", "jane");
		this.environment.setProperty(PREFIX + "password", "pässword:1");

		assertThat(target().headers()).containsEntry("authorization", basic("jane:pässword:1"));
	}

	@Test
	void userOfTheAddressIsSentAndNotShown() {
		this.environment.setProperty(PREFIX + "url", "http://jane:a+b%40c@prometheus:9090");

		assertThat(target().headers()).containsEntry("Authorization", basic("jane:a+b@c"));
		assertThat(target()).hasToString("http://prometheus:9090");
	}

	@Test
	void tokenAndHeadersAreSent() {
		this.environment.setProperty(PREFIX + "query-url", "http://prometheus:9090");
		this.environment.setProperty(PREFIX + "bearer-token", "t0ken");
		this.environment.setProperty(PREFIX + "headers.X-Scope-OrgID", "tenant-1");

		assertThat(target().headers()).containsEntry("Authorization", "Bearer t0ken")
			.containsEntry("X-Scope-OrgID", "tenant-1");
	}

	@Test
	void certificatesAreThoseOfTheBundle() throws Exception {
		SSLContext context = SSLContext.getDefault();
		SslBundle bundle = mock(SslBundle.class);
		given(bundle.createSslContext()).willReturn(context);
		this.bundles.registerBundle("monitoring", bundle);
		this.environment.setProperty(PREFIX + "query-url", "https://prometheus:9090");
		this.environment.setProperty(PREFIX + "ssl.bundle", "monitoring");

		assertThat(target().ssl()).isSameAs(context);
	}

	@Test
	void secretsAreInNoText() {
		this.environment.setProperty(PREFIX + "query-url", "http://prometheus:9090");
		this.environment.setProperty(PREFIX + "username", "jane");
		this.environment.setProperty(PREFIX + "password", "s3cret");
		this.environment.setProperty(PREFIX + "headers.X-Token", "s3cret");

		assertThat(properties().toString() + target()).doesNotContain("s3cret");
	}

	@ParameterizedTest
	@CsvSource({ "query-url, prometheus:9090", "query-url, ftp://prometheus", "query-url, http://prometheus?x=1",
			"url, javascript:alert(1)", "timeout, 0s", "timeout, -1s", "timeout, 100us", "ssl.bundle, unknown",
			"username, jane:doe" })
	void badValueIsNamed(String property, String value) {
		this.environment.setProperty(PREFIX + property, value);

		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class).isThrownBy(this::target)
			.satisfies((ex) -> assertThat(ex.getName()).isEqualTo(PREFIX + property));
	}

	// Spring Boot prints the value of the property that the exception names.
	@ParameterizedTest
	@CsvSource({ "query-url, ftp://jane:s3cret@prometheus", "query-url, http://jane:s3cret@prometheus?x",
			"bearer-token, 's3cr\net'", "headers.X-Token, 's3cr\net'", "headers.Host, s3cret", "password, s3cret" })
	void badSecretIsNotPrinted(String property, String value) {
		this.environment.setProperty(PREFIX + property, value);

		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class).isThrownBy(this::target)
			.satisfies((ex) -> {
				assertThat(ex.getMessage()).contains(PREFIX + property).doesNotContain("s3cr");
				assertThat(this.environment.getProperty(ex.getName())).isNull();
			});
	}

	@ParameterizedTest
	@CsvSource({ "username, bearer-token", "username, headers.authorization", "bearer-token, headers.Authorization" })
	void twoCredentialsAreRefused(String one, String other) {
		this.environment.setProperty(PREFIX + "query-url", "http://prometheus:9090");
		this.environment.setProperty(PREFIX + one, "s3cret");
		this.environment.setProperty(PREFIX + other, "s3cret");

		assertThatExceptionOfType(MutuallyExclusiveConfigurationPropertiesException.class).isThrownBy(this::target)
			.withMessageNotContaining("s3cret")
			.satisfies((ex) -> assertThat(ex.getConfiguredNames()).containsExactlyInAnyOrder(PREFIX + one,
					PREFIX + other));
	}

	@Test
	void userOfTheAddressAndAnotherAreRefused() {
		this.environment.setProperty(PREFIX + "query-url", "http://jane:s3cret@prometheus:9090");
		this.environment.setProperty(PREFIX + "username", "joe");

		assertThatExceptionOfType(MutuallyExclusiveConfigurationPropertiesException.class).isThrownBy(this::target)
			.withMessageNotContaining("s3cret");
	}

	private @Nullable PrometheusTarget target() {
		return new PrometheusSettings(properties().prometheus(), this.environment, () -> this.bundles).target();
	}

	private AutometricsProperties properties() {
		return Binder.get(this.environment).bindOrCreate("autometrics", AutometricsProperties.class);
	}

	private static String basic(String user) {
		return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
	}

}
