package dev.autometrics.dashboards;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;

import dev.autometrics.model.Label;
import dev.autometrics.promql.Selector;

/**
 * The series that the dashboards read: those of one service that have certain labels
 * more, such as that of a namespace.
 *
 * @param service the value of the label {@code service_name}
 * @param labels names and values of more labels
 */
record DashboardScope(String service, SortedMap<String, String> labels) {

	private static final int DIGITS = 16;

	/**
	 * Select what an application publishes, of the instances that are chosen.
	 * @param metric the Prometheus name of the metric
	 * @return the series
	 */
	Selector published(String metric) {
		List<String> matchers = matchers();
		matchers.add("instance=~\"$" + Variables.INSTANCE + "\"");
		return new Selector(metric, matchers);
	}

	/**
	 * Select what an application publishes or what rules record, of all instances.
	 * @param metric the Prometheus name of the metric
	 * @return the series
	 */
	Selector all(String metric) {
		return new Selector(metric, matchers());
	}

	private List<String> matchers() {
		List<String> matchers = new ArrayList<>();
		matchers.add(Label.SERVICE_NAME.prometheus() + "=" + GrafanaText.promql(this.service));
		this.labels.forEach((name, value) -> matchers.add(name + "=" + GrafanaText.promql(value)));
		return matchers;
	}

	/**
	 * Return what identifies a dashboard within Grafana.
	 * @param dashboard the name of the dashboard
	 * @return at most 40 letters, digits and dashes
	 */
	String uid(String dashboard) {
		return dashboard + "-" + digest();
	}

	/**
	 * Return what tells this scope from others.
	 * @return hexadecimal digits
	 */
	String digest() {
		try {
			byte[] text = (this.service + "\0" + this.labels).getBytes(StandardCharsets.UTF_8);
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
			return HexFormat.of().formatHex(hash).substring(0, DIGITS);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}
