package dev.autometrics.rules;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A rule of Prometheus.
 *
 * @param kind whether it records series or raises alerts
 * @param name the name of the series or of the alert
 * @param expression the expression
 * @param hold how long an alert has to last before it fires, or {@code null}
 * @param labels the labels that it adds, in the order in which they are written
 * @param annotations what an alert tells, in the order in which it is written
 */
record Rule(Kind kind, String name, String expression, @Nullable String hold, Map<String, String> labels,
		Map<String, String> annotations) {

	static Rule recording(String name, String expression, Map<String, String> labels) {
		return new Rule(Kind.RECORD, name, expression, null, labels, Map.of());
	}

	static Rule alert(String name, String expression, Map<String, String> labels, Map<String, String> annotations) {
		return new Rule(Kind.ALERT, name, expression, null, labels, annotations);
	}

	Rule lasting(String duration) {
		return new Rule(this.kind, this.name, this.expression, duration, this.labels, this.annotations);
	}

	void writeTo(YamlWriter yaml) {
		yaml.entry(this.kind.key, this.name).block("expr", this.expression);
		if (this.hold != null) {
			yaml.entry("for", this.hold);
		}
		yaml.map("labels", this.labels).map("annotations", this.annotations);
	}

	/**
	 * What a rule makes.
	 */
	enum Kind {

		/**
		 * Series.
		 */
		RECORD("record"),

		/**
		 * Alerts.
		 */
		ALERT("alert");

		private final String key;

		Kind(String key) {
			this.key = key;
		}

	}

}
