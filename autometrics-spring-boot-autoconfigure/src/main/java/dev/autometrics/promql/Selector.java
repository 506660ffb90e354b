package dev.autometrics.promql;

import java.util.ArrayList;
import java.util.List;

import dev.autometrics.model.Label;

/**
 * The series of a metric that have certain label values.
 *
 * @param metric the Prometheus name of the metric
 * @param matchers the matchers, escaped
 */
record Selector(String metric, List<String> matchers) {

	Selector {
		matchers = List.copyOf(matchers);
	}

	Selector(String metric) {
		this(metric, List.of());
	}

	Selector with(Label label, String value) {
		return and(label.prometheus() + "=" + PromQl.string(value));
	}

	Selector withSome(Label label) {
		return and(label.prometheus() + "!=\"\"");
	}

	private Selector and(String matcher) {
		List<String> all = new ArrayList<>(this.matchers);
		all.add(matcher);
		return new Selector(this.metric, all);
	}

	@Override
	public String toString() {
		return this.metric + "{" + String.join(",", this.matchers) + "}";
	}

}
