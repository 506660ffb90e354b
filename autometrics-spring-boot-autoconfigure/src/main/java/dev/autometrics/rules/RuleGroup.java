package dev.autometrics.rules;

import java.util.List;

/**
 * Rules that are evaluated one after the other.
 *
 * @param name the name, which no other group of Prometheus has
 * @param interval how often, in Prometheus' notation
 * @param comment what the rules do
 * @param rules the rules, in the order of their evaluation
 */
record RuleGroup(String name, String interval, String comment, List<Rule> rules) {

	void writeTo(YamlWriter yaml) {
		yaml.blankLine().comment(this.comment).item(() -> {
			yaml.entry("name", this.name).entry("interval", this.interval);
			yaml.nested("rules", () -> this.rules.forEach((rule) -> yaml.item(() -> rule.writeTo(yaml))));
		});
	}

}
