package dev.autometrics.sample;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the published Autometrics dashboards ask Prometheus, in our words: the same
 * metrics, matchers, joins and labels. They find the names of every release of the
 * specification by regular expressions, and versions by a join with {@code build_info}.
 */
final class PublishedQueries {

	private static final String WINDOW = "[1m]";

	private static final String RANGE = "[5m]";

	private static final String VERSION = " * on (instance, job) group_left (version, commit) (last_over_time(build_info"
			+ WINDOW + ") or on (instance, job) up)";

	private static final String BY_FUNCTION = "sum by (function, module, version, commit) (";

	private PublishedQueries() {
	}

	/**
	 * Return the queries of the dashboards of functions.
	 * @param functions a regular expression for the names of functions
	 * @return the queries by their panels
	 */
	static Map<String, String> ofFunctions(String functions) {
		String matcher = "function=~\"" + functions + "\"";
		Map<String, String> queries = new LinkedHashMap<>();
		queries.put("Overview: most called", "topk(10, sum by (function, module) (rate(" + calls("") + RANGE + ")))");
		queries.put("Overview: most failing", "topk(10, sum by (function, module) (rate(" + calls("result=\"error\"")
				+ RANGE + ")) / (sum by (function, module) (rate(" + calls("") + RANGE + ")) > 0))");
		queries.put("Function Explorer: Request Rate", byVersion(calls(matcher)));
		queries.put("Function Explorer: Error Ratio",
				"(" + byVersion(calls(matcher + ",result=\"error\"")) + ") / (" + byVersion(calls(matcher)) + ")");
		queries.put("Function Explorer: Latency", percentile("0.99", matcher) + " or " + percentile("0.95", matcher));
		return queries;
	}

	/**
	 * Return the queries of the dashboard of objectives.
	 * @param objective the name of an objective
	 * @param threshold its threshold, as the label of the bucket has it
	 * @return the queries by their panels
	 */
	static Map<String, String> ofObjectives(String objective, String threshold) {
		String matcher = "objective_name=\"" + objective + "\"";
		String bucket = durations("bucket", matcher + ",le=\"" + threshold + "\"");
		String count = durations("count", matcher);
		Map<String, String> queries = new LinkedHashMap<>();
		queries.put("Success Rate", "1 - (sum(rate(" + calls(matcher + ",result=\"error\"") + RANGE
				+ ")) or on () vector(0)) / (sum(rate(" + calls(matcher) + RANGE + ")) > 0)");
		queries.put("Error Rate by Function", "(" + byVersion(calls(matcher + ",result=\"error\"")) + " > 0) / ("
				+ byVersion(calls(matcher)) + " > 0)");
		queries.put("Requests under the threshold",
				"(sum(rate(" + bucket + RANGE + ")) or on () vector(0)) / (sum(rate(" + count + RANGE + ")) > 0)");
		queries.put("Requests over the threshold by Function",
				"1 - (" + byVersion(bucket) + ") / (" + byVersion(count) + " > 0)");
		return queries;
	}

	static String calls(String matchers) {
		return "{__name__=~\"function_calls(_count)?(_total)?\"" + (matchers.isEmpty() ? "" : ",") + matchers + "}";
	}

	private static String durations(String part, String matchers) {
		return "{__name__=~\"function_calls_duration(_seconds)?_" + part + "\"," + matchers + "}";
	}

	private static String byVersion(String metric) {
		return BY_FUNCTION + "rate(" + metric + WINDOW + ")" + VERSION + ")";
	}

	private static String percentile(String quantile, String matcher) {
		return "label_replace(histogram_quantile(" + quantile
				+ ", sum by (le, function, module, version, commit) (rate(" + durations("bucket", matcher) + WINDOW
				+ ")" + VERSION + ")), \"percentile_latency\", \"" + quantile.substring(2) + "\", \"\", \"\")";
	}

}
