package dev.autometrics.promql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.autometrics.model.Label;

/**
 * The series of a metric that have certain label values. Values are escaped here, so they
 * may be any text.
 *
 * @param metric the Prometheus name of the metric
 * @param matchers the matchers, escaped
 * @since 0.1.0
 */
public record Selector(String metric, List<String> matchers) {

	private static final Pattern LABEL_NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

	public Selector {
		matchers = List.copyOf(matchers);
	}

	/**
	 * Select all series of a metric.
	 * @param metric the Prometheus name of the metric
	 */
	public Selector(String metric) {
		this(metric, List.of());
	}

	/**
	 * Select those of the series whose label has a value.
	 * @param label the label
	 * @param value the value
	 * @return a narrower selector
	 */
	public Selector with(Label label, String value) {
		return and(label.prometheus() + "=" + PromQl.string(value));
	}

	/**
	 * Select those of the series that have labels, for labels that are not of the
	 * specification.
	 * @param labels names and values, in the order in which they are written
	 * @return a narrower selector
	 * @throws IllegalArgumentException if a name is none that Prometheus takes
	 */
	public Selector with(Map<String, String> labels) {
		Selector selector = this;
		for (Map.Entry<String, String> label : labels.entrySet()) {
			selector = selector.and(requireName(label.getKey()) + "=" + PromQl.string(label.getValue()));
		}
		return selector;
	}

	/**
	 * Select those of the series that meet conditions.
	 * @param conditions the conditions
	 * @return a narrower selector
	 */
	public Selector with(LabelMatchers conditions) {
		Selector selector = this;
		for (LabelMatcher condition : conditions.list()) {
			selector = selector.and(condition.toString());
		}
		return selector;
	}

	/**
	 * Select those of the series whose label is not empty.
	 * @param label the label
	 * @return a narrower selector
	 */
	public Selector withSome(Label label) {
		return and(label.prometheus() + "!=\"\"");
	}

	/**
	 * Select those of the series whose label is a number, however it is written.
	 * @param label the label
	 * @param number the number as a plain decimal
	 * @return a narrower selector
	 */
	public Selector withNumber(Label label, String number) {
		return and(label.prometheus() + "=~" + PromQl.string(NumberPattern.of(number)));
	}

	/**
	 * Select those of the buckets that end at a bound, however it is written.
	 * @param bound the bound in seconds as a plain decimal
	 * @return a narrower selector
	 */
	public Selector withBucket(String bound) {
		return and("le=~" + PromQl.string(NumberPattern.of(bound)));
	}

	private Selector and(String matcher) {
		List<String> all = new ArrayList<>(this.matchers);
		all.add(matcher);
		return new Selector(this.metric, all);
	}

	private static String requireName(String name) {
		if (!LABEL_NAME.matcher(name).matches()) {
			throw new IllegalArgumentException("'" + name + "' is no name of a label: letters, digits and underscores, "
					+ "and no digit at the start");
		}
		return name;
	}

	/**
	 * Return the selector in PromQL.
	 * @return the text
	 */
	@Override
	public String toString() {
		return this.metric + "{" + String.join(",", this.matchers) + "}";
	}

}
