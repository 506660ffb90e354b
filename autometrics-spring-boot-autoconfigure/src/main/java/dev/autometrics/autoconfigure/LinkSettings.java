package dev.autometrics.autoconfigure;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.autometrics.actuate.endpoint.LinkTargets;
import dev.autometrics.promql.QueryLinks;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Makes links from the addresses that are configured, and refuses those that no browser
 * opens.
 */
final class LinkSettings {

	private static final String DEFAULT_URL = "http://localhost:9090";

	private static final String GRAFANA_URL = AutometricsProperties.PREFIX + ".grafana.url";

	private static final String GRAFANA_DATASOURCE = AutometricsProperties.PREFIX + ".grafana.datasource-uid";

	private static final String PROMETHEUS_PROPERTY = AutometricsProperties.PREFIX + ".prometheus.url";

	static final String PROMETHEUS_URL = "PROMETHEUS_URL";

	// Names in networks of containers may have an underscore, which java.net.URI takes
	// for
	// none of a host.
	private static final Pattern HOST = Pattern.compile(
			"(?:[\\p{Alnum}._~%-]+|\\[[\\p{XDigit}:.]+(?:%25\\w+)?])(?::(?:[0-5]?\\d{1,4}|6[0-4]\\d{3}|65[0-4]\\d{2}|"
					+ "655[0-2]\\d|6553[0-5])?)?");

	private LinkSettings() {
	}

	/**
	 * Refuse addresses that no browser opens, whether or not anything links there.
	 * @param properties the properties
	 * @throws InvalidConfigurationPropertyValueException if there is one
	 */
	static void check(AutometricsProperties properties) {
		configured(properties);
		grafana(properties.grafana());
	}

	static LinkTargets targets(AutometricsProperties properties, Environment environment) {
		return new LinkTargets(prometheus(properties.prometheus(), environment), grafana(properties.grafana()));
	}

	/**
	 * Return the links of files, which are the same wherever they are written.
	 * @param properties the properties
	 * @return links to the Prometheus that a property names, or {@code null} if none does
	 */
	static @Nullable QueryLinks configured(AutometricsProperties properties) {
		String url = properties.prometheus().url();
		return StringUtils.hasText(url) ? QueryLinks.toPrometheus(address(PROMETHEUS_PROPERTY, url)) : null;
	}

	private static QueryLinks prometheus(PrometheusProperties prometheus, Environment environment) {
		if (StringUtils.hasText(prometheus.url())) {
			return QueryLinks.toPrometheus(address(PROMETHEUS_PROPERTY, prometheus.url()));
		}
		String variable = environment.getProperty(PROMETHEUS_URL);
		return QueryLinks.toPrometheus(StringUtils.hasText(variable) ? address(PROMETHEUS_URL, variable) : DEFAULT_URL);
	}

	private static @Nullable QueryLinks grafana(AutometricsProperties.Grafana grafana) {
		String url = grafana.url();
		String datasource = grafana.datasourceUid();
		if (StringUtils.hasText(url) && StringUtils.hasText(datasource)) {
			return QueryLinks.toGrafanaExplore(address(GRAFANA_URL, url), datasource);
		}
		if (StringUtils.hasText(url)) {
			throw new InvalidConfigurationPropertyValueException(GRAFANA_URL, url,
					"Links into Grafana need '" + GRAFANA_DATASOURCE + "' as well.");
		}
		if (StringUtils.hasText(datasource)) {
			throw new InvalidConfigurationPropertyValueException(GRAFANA_DATASOURCE, datasource,
					"Links into Grafana need '" + GRAFANA_URL + "' as well.");
		}
		return null;
	}

	static String address(String name, String value) {
		String address = RepositoryUrl.withoutCredentials(value.trim());
		if (!isWebAddress(address)) {
			throw new InvalidConfigurationPropertyValueException(name, withoutSecrets(address),
					"It has to be an address that starts with http:// or https:// and has no query and no fragment, "
							+ "such as '" + DEFAULT_URL + "'.");
		}
		return address;
	}

	// What stands before the host need not be written as it has to be.
	private static String withoutSecrets(String address) {
		return address.replaceFirst("(?s)//.*@", "//");
	}

	private static boolean isWebAddress(String address) {
		try {
			URI uri = new URI(address);
			String scheme = (uri.getScheme() != null) ? uri.getScheme().toLowerCase(Locale.ROOT) : "";
			return (scheme.equals("http") || scheme.equals("https")) && uri.getRawAuthority() != null
					&& HOST.matcher(uri.getRawAuthority()).matches() && uri.getRawQuery() == null
					&& uri.getRawFragment() == null;
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

}
