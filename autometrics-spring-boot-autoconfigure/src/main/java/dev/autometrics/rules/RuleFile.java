package dev.autometrics.rules;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.autometrics.model.Objectives;
import dev.autometrics.promql.LabelMatchers;
import org.jspecify.annotations.Nullable;

/**
 * The rules with which a Prometheus, from 2.42 on, watches the objectives of one service.
 * Immutable.
 * <p>
 * Objectives share the rules. Only another percentile or another threshold adds some, so
 * the file depends on nothing else of the objectives, but for its comments.
 *
 * @param service the value of the label {@code service_name}
 * @param objectives the objectives
 * @param conditions conditions on other labels, such as that of a namespace; what is
 * recorded carries labels for them
 * @param explorerUrl where to look at the functions, or {@code null}
 * @param runbookUrl where it says what to do, or {@code null}
 * @since 0.1.0
 */
public record RuleFile(String service, Objectives objectives, LabelMatchers conditions, @Nullable String explorerUrl,
		@Nullable String runbookUrl) {

	public RuleFile {
		Objects.requireNonNull(service, "service");
		Objects.requireNonNull(objectives, "objectives");
		Objects.requireNonNull(conditions, "conditions");
	}

	/**
	 * Create the rules of a service.
	 * @param service the value of the label {@code service_name}
	 * @param objectives the objectives
	 */
	public RuleFile(String service, Objectives objectives) {
		this(service, objectives, LabelMatchers.NONE, null, null);
	}

	/**
	 * Return these rules for those series only that have certain labels.
	 * @param labels names and values of the labels
	 * @return a copy
	 * @throws IllegalArgumentException if a name is none that Prometheus takes, or one
	 * that the rules use themselves
	 */
	public RuleFile withLabels(Map<String, String> labels) {
		return withConditions(LabelMatchers.of(labels));
	}

	/**
	 * Return these rules for those series only that meet conditions.
	 * @param conditions the conditions
	 * @return a copy
	 */
	public RuleFile withConditions(LabelMatchers conditions) {
		return new RuleFile(this.service, this.objectives, conditions, this.explorerUrl, this.runbookUrl);
	}

	/**
	 * Return these rules with links in the annotations of the alerts.
	 * @param explorer where to look at the functions, or {@code null}
	 * @param runbook where it says what to do, or {@code null}
	 * @return a copy
	 */
	public RuleFile withLinks(@Nullable String explorer, @Nullable String runbook) {
		return new RuleFile(this.service, this.objectives, this.conditions, explorer, runbook);
	}

	/**
	 * Return the content of the file. It is the same for equal rules.
	 * @return a YAML document
	 */
	public String toYaml() {
		YamlWriter yaml = new YamlWriter();
		yaml.comment(RuleFileHeader.of(this.service, this.objectives)).blankLine();
		List<RuleGroup> groups = new RuleGroups(this).list();
		if (groups.isEmpty()) {
			return yaml.emptyList("groups").toString();
		}
		return yaml.nested("groups", () -> groups.forEach((group) -> group.writeTo(yaml))).toString();
	}

}
