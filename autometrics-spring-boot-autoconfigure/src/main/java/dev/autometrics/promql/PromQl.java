package dev.autometrics.promql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.autometrics.model.Label;

/**
 * Pieces of PromQL, each a pure function from text to text.
 * <p>
 * A name is always matched with {@code =}, never with {@code =~}: the regular expression
 * would need a quoting of its own and silently match nothing for names such as
 * {@code Outer$Inner}. Ratios are 0, not absent, where there are calls and no error, and
 * absent, not NaN, where there are no calls.
 *
 * @since 0.1.0
 */
public final class PromQl {

	/**
	 * Range of the usual rate: twenty scrapes of 15 seconds, five of a minute.
	 */
	static final String WINDOW = "5m";

	/**
	 * Label that tells percentiles apart.
	 */
	static final String PERCENTILE = "percentile_latency";

	private static final List<String> QUANTILES = List.of("0.99", "0.95", "0.5");

	private PromQl() {
	}

	/**
	 * Return a value as a string literal.
	 * @param value any text
	 * @return the text in double quotes, escaped
	 */
	static String string(String value) {
		String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r");
		return "\"" + escaped + "\"";
	}

	static String rate(Selector selector) {
		return rate(selector, WINDOW);
	}

	/**
	 * Return the increase per second.
	 * @param selector the counters
	 * @param window the time to look back, in Prometheus' notation
	 * @return a rate for each counter
	 */
	public static String rate(Selector selector, String window) {
		return "rate(" + selector + range(window) + ")";
	}

	/**
	 * Return the sum of all samples of a time.
	 * @param selector the series
	 * @param window the time to look back, in Prometheus' notation
	 * @return a sum for each series
	 */
	public static String sumOverTime(Selector selector, String window) {
		return "sum_over_time(" + selector + range(window) + ")";
	}

	static String lastOverTime(Selector selector, String window) {
		return "last_over_time(" + selector + range(window) + ")";
	}

	static String countBy(List<String> names, String expression) {
		return "count by (" + String.join(", ", names) + ") (" + expression + ")";
	}

	/**
	 * Return several answers as one, told apart by a label.
	 * @param label the name of the label
	 * @param expressions what is asked, by the value of the label
	 * @return all series of all of them
	 */
	static String tagged(String label, Map<String, String> expressions) {
		return expressions.entrySet()
			.stream()
			.map((entry) -> "label_replace(" + entry.getValue() + ", " + string(label) + ", " + string(entry.getKey())
					+ ", \"\", \"\")")
			.collect(Collectors.joining("\nor\n"));
	}

	private static String range(String window) {
		return "[" + window + "]";
	}

	/**
	 * Return the sum for each combination of labels.
	 * @param labels the labels that remain
	 * @param expression what is summed
	 * @return the sums
	 */
	public static String sumBy(List<Label> labels, String expression) {
		return sum(labels.stream().map(Label::prometheus).toList(), expression);
	}

	/**
	 * Return the sum of buckets for each combination of labels and each bound.
	 * @param labels the labels that remain besides {@code le}
	 * @param expression the buckets
	 * @return the sums
	 */
	public static String sumBucketsBy(List<Label> labels, String expression) {
		List<String> names = new ArrayList<>();
		names.add("le");
		labels.stream().map(Label::prometheus).forEach(names::add);
		return sum(names, expression);
	}

	/**
	 * Return the sum for each combination of labels, for labels that are not of the
	 * specification.
	 * @param names the names of the labels that remain
	 * @param expression what is summed
	 * @return the sums
	 */
	public static String sum(List<String> names, String expression) {
		return "sum by (" + String.join(", ", names) + ") (" + expression + ")";
	}

	/**
	 * Return the share of the bad calls in all calls.
	 * @param failed rate of the bad calls, summed
	 * @param total rate of all calls, summed by the same labels
	 * @return a ratio from 0 to 1
	 */
	public static String ratio(String failed, String total) {
		return "(" + failed + " or 0 * " + total + ") / (" + total + " > 0)";
	}

	/**
	 * Return the 99th, 95th and 50th percentile of a histogram, told apart by the label
	 * {@code percentile_latency}.
	 * @param buckets rate of the buckets, summed by {@code le} and others
	 * @return seconds
	 */
	static String quantiles(String buckets) {
		return String.join("\nor\n", QUANTILES.stream().map((quantile) -> named(quantile, buckets)).toList());
	}

	private static String named(String quantile, String buckets) {
		String percentile = "0.5".equals(quantile) ? "50" : quantile.substring(2);
		return "label_replace(" + quantile(quantile, buckets) + ", \"" + PERCENTILE + "\", " + string(percentile)
				+ ", \"\", \"\")";
	}

	/**
	 * Return a quantile of a histogram.
	 * @param quantile a number from 0 to 1
	 * @param buckets rate of the buckets, summed by {@code le} and others
	 * @return seconds
	 */
	public static String quantile(String quantile, String buckets) {
		return "histogram_quantile(" + quantile + ", " + buckets + ") >= 0";
	}

	/**
	 * Return a rate with the version and the commit of the instance that it comes from.
	 * <p>
	 * The join neither errs nor guesses: where {@code build_info} is missing or more than
	 * one stands for an instance, as it does for a while after a deployment in place, the
	 * series stays without a version, so that the parts always add up to the whole.
	 * @param rate a rate that still has the labels {@code instance} and {@code job}
	 * @param info the {@code build_info} of the instances
	 * @return the rate with the labels {@code version} and {@code commit}
	 */
	public static String byVersion(String rate, Selector info) {
		String seen = "(" + info + " or on (instance, job) last_over_time(" + info + range(WINDOW) + "))";
		return rate + " * on (instance, job) group_left (version, commit) (" + seen
				+ " unless on (instance, job) count by (instance, job) (" + seen
				+ ") > 1) or ignoring (version, commit) " + rate;
	}

}
