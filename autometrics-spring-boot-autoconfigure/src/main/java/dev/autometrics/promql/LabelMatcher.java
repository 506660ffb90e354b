package dev.autometrics.promql;

import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.autometrics.model.Label;
import dev.autometrics.model.ObjectiveRecords;

/**
 * A condition on a label that is not of the specification, such as
 * {@code namespace="prod"}. Immutable.
 *
 * @param name the name of the label
 * @param operator how the value is compared
 * @param value the value or the regular expression, not escaped
 * @since 0.1.0
 */
public record LabelMatcher(String name, Operator operator, String value) implements Comparable<LabelMatcher> {

	private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

	// What the queries match, group by or add themselves, and what tells the instances
	// and the series of one function apart.
	private static final Set<String> TAKEN = Stream.concat(Stream.of(Label.values()).map(Label::prometheus),
			Stream.of("__name__", "instance", "le", "percentile_latency", "alertname", "alertstate", "severity",
					ObjectiveRecords.SLO, ObjectiveRecords.SELECTOR))
		.collect(Collectors.toUnmodifiableSet());

	private static final Comparator<LabelMatcher> ORDER = Comparator.comparing(LabelMatcher::name)
		.thenComparing(LabelMatcher::operator)
		.thenComparing(LabelMatcher::value);

	/**
	 * Create a condition.
	 * @throws IllegalArgumentException if Prometheus takes no such name or no such
	 * regular expression, or if the label is one that the queries use themselves
	 */
	public LabelMatcher {
		requireFree(name);
		Objects.requireNonNull(operator, "operator");
		String fault = operator.isRegularExpression() ? RegularExpression.faultOf(value) : null;
		if (fault != null) {
			throw new IllegalArgumentException("the regular expression '" + value + "' " + fault);
		}
	}

	/**
	 * Refuse a name that no condition can have.
	 * @param name the name
	 */
	static void requireFree(String name) {
		if (!NAME.matcher(name).matches()) {
			throw new IllegalArgumentException("'" + name + "' is no name of a label: letters, digits and underscores, "
					+ "and no digit at the start");
		}
		if (TAKEN.contains(name)) {
			throw new IllegalArgumentException(
					"the label '" + name + "' is one that queries, rules and dashboards use themselves");
		}
	}

	@Override
	public int compareTo(LabelMatcher other) {
		return ORDER.compare(this, other);
	}

	/**
	 * Return the condition in PromQL.
	 * @return the text
	 */
	@Override
	public String toString() {
		return this.name + this.operator + PromQl.string(this.value);
	}

	/**
	 * How the value of a label is compared.
	 */
	public enum Operator {

		/**
		 * The label has the value.
		 */
		EQUAL("="),

		/**
		 * The label has another value.
		 */
		NOT_EQUAL("!="),

		/**
		 * The value is one that the regular expression matches as a whole.
		 */
		MATCHES("=~"),

		/**
		 * The value is none that the regular expression matches as a whole.
		 */
		MATCHES_NOT("!~");

		private final String symbol;

		Operator(String symbol) {
			this.symbol = symbol;
		}

		boolean isRegularExpression() {
			return this == MATCHES || this == MATCHES_NOT;
		}

		/**
		 * Return the operator in PromQL.
		 * @return the text
		 */
		@Override
		public String toString() {
			return this.symbol;
		}

	}

}
