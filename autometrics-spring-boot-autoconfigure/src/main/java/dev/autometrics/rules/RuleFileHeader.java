package dev.autometrics.rules;

import java.util.stream.Collectors;

import dev.autometrics.Objective;
import dev.autometrics.model.ObjectiveLabels;
import dev.autometrics.model.Objectives;

/**
 * The comment at the start of a rule file: what it is, and which objectives it is for.
 */
final class RuleFileHeader {

	private RuleFileHeader() {
	}

	static String of(String service, Objectives objectives) {
		return """
				Prometheus rules for the objectives of the service "%s".

				Written by Autometrics for Spring Boot. Do not change this file: change the objectives
				of the application, and write it again. Prometheus 2.42 and newer load it as one of
				their rule_files.

				The rules find objectives by their labels. Another objective needs no other file
				unless it brings a percentile or a threshold that none of these has:

				%s""".formatted(YamlScalar.escape(service),
				objectives.list().stream().map(RuleFileHeader::line).collect(Collectors.joining("\n")));
	}

	private static String line(Objective objective) {
		return "  \"" + YamlScalar.escape(objective.name()) + "\": " + ObjectiveLabels.targets(objective);
	}

}
