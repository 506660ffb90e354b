package dev.autometrics.autoconfigure;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import javax.net.ssl.SSLContext;

import dev.autometrics.prometheus.PrometheusTarget;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.MutuallyExclusiveConfigurationPropertiesException;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Reads where Prometheus is asked, and refuses what cannot work. Only an address that
 * somebody has set is ever asked.
 * <p>
 * Spring Boot prints the value of the property that a failure names. Where that may be a
 * secret, the failure names {@link #PREFIX} instead, which has no value, and its text
 * names the property.
 */
final class PrometheusSettings {

	static final String PREFIX = AutometricsProperties.PREFIX + ".prometheus";

	static final String QUERY_URL = PREFIX + ".query-url";

	private static final String URL = PREFIX + ".url";

	private static final String USERNAME = PREFIX + ".username";

	private static final String BEARER_TOKEN = PREFIX + ".bearer-token";

	private static final String AUTHORIZATION = "Authorization";

	private final PrometheusProperties properties;

	private final Environment environment;

	private final Supplier<SslBundles> bundles;

	PrometheusSettings(PrometheusProperties properties, Environment environment, Supplier<SslBundles> bundles) {
		this.properties = properties;
		this.environment = environment;
		this.bundles = bundles;
	}

	/**
	 * Refuse what cannot work, whether or not anything is asked.
	 * @param properties the properties
	 * @param environment where the address may be as well
	 */
	static void check(PrometheusProperties properties, Environment environment) {
		new PrometheusSettings(properties, environment, DefaultSslBundleRegistry::new).target(null);
	}

	/**
	 * Return where Prometheus is asked.
	 * @return the target, or {@code null} if nothing is to be asked
	 */
	@Nullable PrometheusTarget target() {
		return target(ssl());
	}

	private @Nullable PrometheusTarget target(@Nullable SSLContext ssl) {
		Setting setting = setting();
		checkTimeout();
		Map<String, String> headers = headers((setting != null) ? setting.userInfo() : null);
		return (setting != null)
				? new PrometheusTarget(URI.create(setting.address()), this.properties.timeout(), headers, ssl) : null;
	}

	private @Nullable Setting setting() {
		if (this.properties.queryUrl() != null) {
			return StringUtils.hasText(this.properties.queryUrl())
					? new Setting(QUERY_URL, this.properties.queryUrl().trim()) : null;
		}
		if (StringUtils.hasText(this.properties.url())) {
			return new Setting(URL, this.properties.url().trim());
		}
		String variable = this.environment.getProperty(LinkSettings.PROMETHEUS_URL);
		return StringUtils.hasText(variable) ? new Setting(LinkSettings.PROMETHEUS_URL, variable.trim()) : null;
	}

	private void checkTimeout() {
		if (this.properties.timeout().toMillis() <= 0) {
			throw new InvalidConfigurationPropertyValueException(PREFIX + ".timeout", this.properties.timeout(),
					"It has to be at least a millisecond, such as '2s'.");
		}
	}

	private @Nullable SSLContext ssl() {
		String bundle = this.properties.ssl().bundle();
		if (!StringUtils.hasText(bundle)) {
			return null;
		}
		try {
			return this.bundles.get().getBundle(bundle).createSslContext();
		}
		catch (NoSuchSslBundleException ex) {
			throw new InvalidConfigurationPropertyValueException(PREFIX + ".ssl.bundle", bundle,
					"There is no SSL bundle of this name. Define it under 'spring.ssl.bundle', or remove the property.");
		}
	}

	private Map<String, String> headers(@Nullable String userInfo) {
		Map<String, String> headers = new LinkedHashMap<>();
		this.properties.headers().forEach((name, value) -> {
			requireHeader(name, value, PREFIX + ".headers." + name);
			headers.put(name, value);
		});
		refuseTwoCredentials(userInfo);
		String user = (userInfo != null) ? userInfo : user();
		if (user != null) {
			headers.put(AUTHORIZATION,
					"Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
		}
		if (StringUtils.hasText(this.properties.bearerToken())) {
			String value = "Bearer " + this.properties.bearerToken().trim();
			requireHeader(AUTHORIZATION, value, BEARER_TOKEN);
			headers.put(AUTHORIZATION, value);
		}
		return headers;
	}

	private static void requireHeader(String name, String value, String property) {
		try {
			HttpRequest.newBuilder().header(name, value);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationPropertyValueException(PREFIX, "",
					"'" + property + "' is no header that can be sent: a name has letters, digits and dashes and is "
							+ "none that the connection sets itself, a value has one line.");
		}
	}

	private void refuseTwoCredentials(@Nullable String userInfo) {
		Map<String, Object> values = new HashMap<>();
		values.put(USERNAME, StringUtils.hasText(this.properties.username()) ? "set" : null);
		values.put(BEARER_TOKEN, StringUtils.hasText(this.properties.bearerToken()) ? "set" : null);
		values.put(QUERY_URL, (userInfo != null) ? "has a user" : null);
		this.properties.headers()
			.keySet()
			.stream()
			.filter((name) -> name.toLowerCase(Locale.ROOT).equals("authorization"))
			.forEach((name) -> values.put(PREFIX + ".headers." + name, "set"));
		MutuallyExclusiveConfigurationPropertiesException
			.throwIfMultipleNonNullValuesIn((entries) -> entries.putAll(values));
	}

	private @Nullable String user() {
		String user = this.properties.username();
		String password = this.properties.password();
		if (!StringUtils.hasText(user)) {
			if (StringUtils.hasText(password)) {
				throw new InvalidConfigurationPropertyValueException(USERNAME, "",
						"'" + PREFIX + ".password' needs a user. Set both, or remove the password.");
			}
			return null;
		}
		if (user.contains(":")) {
			throw new InvalidConfigurationPropertyValueException(USERNAME, user,
					"The name of a user has no colon: what comes after it would be taken for the password.");
		}
		return user + ":" + ((password != null) ? password : "");
	}

	/**
	 * An address that is set.
	 *
	 * @param name where it is set
	 * @param value the address, possibly with user and password
	 */
	private record Setting(String name, String value) {

		private String address() {
			try {
				return LinkSettings.address(this.name, this.value);
			}
			catch (InvalidConfigurationPropertyValueException ex) {
				if (!this.value.contains("@")) {
					throw ex;
				}
				throw new InvalidConfigurationPropertyValueException(PREFIX, ex.getValue(),
						"'" + this.name + "' is set wrongly. " + ex.getReason());
			}
		}

		private @Nullable String userInfo() {
			String info = URI.create(addressWithUser()).getRawUserInfo();
			return (info != null) ? URLDecoder.decode(info.replace("+", "%2B"), StandardCharsets.UTF_8) : null;
		}

		private String addressWithUser() {
			address();
			return this.value;
		}

	}

}
