package dev.autometrics.promql;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Turns a query into a link that opens it in a browser. Immutable.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface QueryLinks {

	/**
	 * Return the link that opens an expression.
	 * @param promql the expression
	 * @return an absolute URL
	 */
	String linkTo(String promql);

	/**
	 * Return links to the graph page of a Prometheus, which 2.x serves and 3.x redirects
	 * to its own.
	 * @param baseUrl the address of Prometheus, with its path prefix where it has one
	 * @return the links
	 */
	static QueryLinks toPrometheus(String baseUrl) {
		String graph = withoutTrailingSlash(baseUrl) + "/graph?g0.expr=";
		return (promql) -> graph + encode(promql) + "&g0.tab=0";
	}

	/**
	 * Return links to the Explore page of a Grafana.
	 * @param baseUrl the address of Grafana, with its path prefix where it has one
	 * @param datasourceUid the uid of its Prometheus data source
	 * @return the links
	 */
	static QueryLinks toGrafanaExplore(String baseUrl, String datasourceUid) {
		String explore = withoutTrailingSlash(baseUrl) + "/explore?schemaVersion=1&panes=";
		String uid = JsonText.string(datasourceUid);
		return (promql) -> explore
				+ encode("{\"a\":{\"datasource\":" + uid + ",\"queries\":[{\"refId\":\"A\",\"datasource\":"
						+ "{\"type\":\"prometheus\",\"uid\":" + uid + "},\"expr\":" + JsonText.string(promql)
						+ ",\"range\":true,\"instant\":false}],\"range\":{\"from\":\"now-1h\",\"to\":\"now\"}}}")
				+ "&orgId=1";
	}

	private static String withoutTrailingSlash(String url) {
		int end = url.length();
		while (end > 0 && url.charAt(end - 1) == '/') {
			end--;
		}
		return url.substring(0, end);
	}

	// A space is %20, not +: not every reader of a query turns a plus back. A slash
	// is %2F: the redirect of Prometheus 3 swallows one of two.
	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
