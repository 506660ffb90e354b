package dev.autometrics.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.autometrics.model.Label;
import dev.autometrics.promql.LabelMatchers;
import dev.autometrics.promql.Selector;

/**
 * The series that the rules of a file read and make: those of one service that meet
 * conditions, such as that on a namespace. A series that is made carries labels for these
 * conditions, so that it is not mixed up with that of another file.
 *
 * @param service the value of the label {@code service_name}
 * @param conditions conditions on other labels
 */
record RuleScope(String service, LabelMatchers conditions) {

	/**
	 * Select what the application publishes.
	 * @param metric the name of the metric
	 * @return the series
	 */
	Selector published(String metric) {
		return new Selector(metric).with(Label.SERVICE_NAME, this.service).with(this.conditions);
	}

	/**
	 * Select what the rules record.
	 * @param metric the name of the metric
	 * @return the series
	 */
	Selector recorded(String metric) {
		return new Selector(metric).with(Label.SERVICE_NAME, this.service).with(this.conditions.recordedLabels());
	}

	/**
	 * Return the labels of a recorded series.
	 * @param more what tells it from others of its name
	 * @return the labels of this scope and those
	 */
	Map<String, String> recorded(Map<String, String> more) {
		Map<String, String> all = new LinkedHashMap<>(this.conditions.recordedLabels());
		all.putAll(more);
		return all;
	}

	/**
	 * Return the labels of this scope for an alert.
	 * @return templates that expand to them
	 */
	Map<String, String> alerted() {
		Map<String, String> all = new LinkedHashMap<>();
		this.conditions.recordedLabels().forEach((name, value) -> all.put(name, TemplateText.literal(value)));
		return all;
	}

	String groupName(String interval) {
		return Stream
			.of(Stream.of("autometrics_slo", this.service), this.conditions.recordedLabels().values().stream(),
					Stream.of(interval))
			.flatMap((part) -> part)
			.collect(Collectors.joining(":"));
	}

}
