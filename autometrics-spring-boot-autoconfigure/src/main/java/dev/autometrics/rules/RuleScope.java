package dev.autometrics.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.autometrics.model.Label;
import dev.autometrics.model.ObjectiveRecords;
import dev.autometrics.promql.Selector;

/**
 * The series that the rules of a file read and make: those of one service that have
 * certain labels more, such as that of a namespace. A series that is made carries these
 * labels as well, so that it is not mixed up with that of another file.
 *
 * @param service the value of the label {@code service_name}
 * @param labels names and values of more labels
 */
record RuleScope(String service, SortedMap<String, String> labels) {

	private static final Set<String> TAKEN = Stream
		.concat(Stream.of(Label.values()).map(Label::prometheus),
				Stream.of(ObjectiveRecords.SLO, "le", "severity", "alertname", "__name__"))
		.collect(Collectors.toUnmodifiableSet());

	RuleScope {
		labels.keySet().stream().filter(TAKEN::contains).findFirst().ifPresent((name) -> {
			throw new IllegalArgumentException("The rules set the label '" + name + "' themselves");
		});
	}

	Selector select(String metric) {
		return new Selector(metric).with(Label.SERVICE_NAME, this.service).with(this.labels);
	}

	/**
	 * Return the labels of a recorded series.
	 * @param more what tells it from others of its name
	 * @return the labels of this scope and those
	 */
	Map<String, String> recorded(Map<String, String> more) {
		Map<String, String> all = new LinkedHashMap<>(this.labels);
		all.putAll(more);
		return all;
	}

	/**
	 * Return the labels of this scope for an alert.
	 * @return templates that expand to them
	 */
	Map<String, String> alerted() {
		Map<String, String> all = new LinkedHashMap<>();
		this.labels.forEach((name, value) -> all.put(name, TemplateText.literal(value)));
		return all;
	}

	String groupName(String interval) {
		return Stream.of(Stream.of("autometrics_slo", this.service), this.labels.values().stream(), Stream.of(interval))
			.flatMap((part) -> part)
			.collect(Collectors.joining(":"));
	}

}
