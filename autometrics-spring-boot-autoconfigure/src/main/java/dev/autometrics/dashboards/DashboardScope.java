package dev.autometrics.dashboards;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import dev.autometrics.model.Label;
import dev.autometrics.promql.LabelMatchers;
import dev.autometrics.promql.Selector;

/**
 * The series that the dashboards read: those of one service that meet conditions, such as
 * that on a namespace.
 *
 * @param service the value of the label {@code service_name}
 * @param conditions conditions on other labels
 */
record DashboardScope(String service, LabelMatchers conditions) {

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
	 * Select what an application publishes, of all instances.
	 * @param metric the Prometheus name of the metric
	 * @return the series
	 */
	Selector all(String metric) {
		return new Selector(metric, matchers());
	}

	/**
	 * Select what the generated rules make.
	 * @param metric the name of the series
	 * @return the series
	 */
	Selector recorded(String metric) {
		List<String> matchers = ofService();
		this.conditions.recordedLabels().forEach((name, value) -> matchers.add(name + "=" + GrafanaText.promql(value)));
		return new Selector(metric, matchers);
	}

	private List<String> matchers() {
		List<String> matchers = ofService();
		this.conditions.list()
			.forEach((condition) -> matchers
				.add(condition.name() + condition.operator() + GrafanaText.promql(condition.value())));
		return matchers;
	}

	private List<String> ofService() {
		List<String> matchers = new ArrayList<>();
		matchers.add(Label.SERVICE_NAME.prometheus() + "=" + GrafanaText.promql(this.service));
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
			byte[] text = (this.service + "\0" + this.conditions.recordedLabels()).getBytes(StandardCharsets.UTF_8);
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
			return HexFormat.of().formatHex(hash).substring(0, DIGITS);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}
