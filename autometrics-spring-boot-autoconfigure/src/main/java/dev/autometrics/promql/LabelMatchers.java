package dev.autometrics.promql;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.autometrics.model.ObjectiveRecords;

/**
 * Conditions that tell the series of a service from those of others of its name, such as
 * {@code namespace="prod"}. The same conditions are equal in whatever order and spelling
 * they were given. Immutable.
 *
 * @param list the conditions, sorted, each once
 * @since 0.1.0
 */
public record LabelMatchers(List<LabelMatcher> list) {

	/**
	 * No conditions.
	 */
	public static final LabelMatchers NONE = new LabelMatchers(List.of());

	/**
	 * Create conditions that all have to be met.
	 * @throws IllegalArgumentException if a label had to have two values
	 */
	public LabelMatchers {
		list = list.stream().sorted().distinct().toList();
		equalLabels(list);
	}

	/**
	 * Read conditions as they stand between the braces of a PromQL selector; the braces
	 * may be there as well.
	 * @param text the text, without conditions if it is blank
	 * @return the conditions
	 * @throws InvalidLabelMatchersException if the text is something else
	 */
	public static LabelMatchers parse(String text) {
		return new LabelMatchersParser(text).parse();
	}

	/**
	 * Return the condition that labels have certain values.
	 * @param labels names and values of the labels
	 * @return the conditions
	 * @throws IllegalArgumentException if a name is none that a condition can have
	 */
	public static LabelMatchers of(Map<String, String> labels) {
		return new LabelMatchers(labels.entrySet()
			.stream()
			.map((label) -> new LabelMatcher(label.getKey(), LabelMatcher.Operator.EQUAL, label.getValue()))
			.toList());
	}

	/**
	 * Return the labels that have one value in all of the series.
	 * @return names and values, sorted
	 */
	public SortedMap<String, String> equalLabels() {
		return Collections.unmodifiableSortedMap(equalLabels(this.list));
	}

	private static SortedMap<String, String> equalLabels(Collection<LabelMatcher> matchers) {
		SortedMap<String, String> labels = new TreeMap<>();
		for (LabelMatcher matcher : matchers) {
			if (matcher.operator() == LabelMatcher.Operator.EQUAL
					&& labels.put(matcher.name(), matcher.value()) != null) {
				throw new IllegalArgumentException("the label '" + matcher.name() + "' cannot have two values");
			}
		}
		return labels;
	}

	/**
	 * Return the labels for what is recorded of the series. What is recorded under other
	 * conditions has others: a condition that is more than a value is a label itself.
	 * @return names and values, sorted
	 */
	public SortedMap<String, String> recordedLabels() {
		SortedMap<String, String> labels = equalLabels(this.list);
		String others = this.list.stream()
			.filter((matcher) -> matcher.operator() != LabelMatcher.Operator.EQUAL)
			.map(LabelMatcher::toString)
			.collect(Collectors.joining(","));
		if (!others.isEmpty()) {
			labels.put(ObjectiveRecords.SELECTOR, others);
		}
		return Collections.unmodifiableSortedMap(labels);
	}

	/**
	 * Return the conditions in PromQL.
	 * @return the text, without braces
	 */
	@Override
	public String toString() {
		return this.list.stream().map(LabelMatcher::toString).collect(Collectors.joining(","));
	}

}
