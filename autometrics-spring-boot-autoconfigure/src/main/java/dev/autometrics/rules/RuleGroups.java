package dev.autometrics.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.autometrics.model.Objectives;

/**
 * The groups of a rule file. Within a group a rule sees what those before it have just
 * recorded.
 */
final class RuleGroups {

	private static final List<String> MINUTES_AND_HOURS = List.of("5m", "30m", "1h", "2h", "6h");

	private static final List<String> DAYS = List.of("1d", "3d");

	private final Objectives objectives;

	private final RuleScope scope;

	private final RecordingRules recording;

	private final AlertRules alerts;

	RuleGroups(RuleFile file) {
		this.objectives = file.objectives();
		this.scope = new RuleScope(file.service(), file.conditions());
		this.recording = new RecordingRules(this.scope);
		this.alerts = new AlertRules(this.scope, links(file));
	}

	private static Map<String, String> links(RuleFile file) {
		Map<String, String> links = new LinkedHashMap<>();
		if (file.explorerUrl() != null) {
			links.put("explorer_url", TemplateText.literal(file.explorerUrl()));
		}
		if (file.runbookUrl() != null) {
			links.put("runbook_url", TemplateText.literal(file.runbookUrl()));
		}
		return links;
	}

	List<RuleGroup> list() {
		if (this.objectives.list().isEmpty()) {
			return List.of();
		}
		List<Double> percentiles = this.objectives.percentiles();
		return List.of(often(percentiles), sometimes(percentiles), seldom(percentiles));
	}

	private RuleGroup often(List<Double> percentiles) {
		List<Rule> rules = new ArrayList<>(this.recording.successRates());
		this.objectives.thresholds().forEach((threshold) -> rules.addAll(this.recording.latencyRates(threshold)));
		rules.addAll(this.recording.ratios(MINUTES_AND_HOURS));
		rules.addAll(this.alerts.pages(percentiles));
		return group(RuleTimes.OFTEN, """
				Calls and bad calls per second from the metrics of the application, the share of the
				bad calls in windows of minutes and hours, and the alerts that somebody looks at now.""", rules);
	}

	private RuleGroup sometimes(List<Double> percentiles) {
		List<Rule> rules = new ArrayList<>(this.recording.hours());
		rules.addAll(this.recording.ratios(DAYS));
		rules.addAll(this.alerts.tickets(percentiles));
		return group(RuleTimes.SOMETIMES, """
				The share of the bad calls in windows of days, and the alerts that somebody looks at
				this week.""", rules);
	}

	private RuleGroup seldom(List<Double> percentiles) {
		List<Rule> rules = new ArrayList<>(this.recording.budgets(percentiles));
		rules.add(this.alerts.noSuchBucket());
		return group(RuleTimes.SELDOM, """
				What is left of the error budgets of 30 days, and the alert about latency objectives
				that the rules above cannot watch.""", rules);
	}

	private RuleGroup group(String interval, String comment, List<Rule> rules) {
		return new RuleGroup(this.scope.groupName(interval), interval, comment, rules);
	}

}
