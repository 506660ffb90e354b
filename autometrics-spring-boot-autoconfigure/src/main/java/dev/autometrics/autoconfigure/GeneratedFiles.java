package dev.autometrics.autoconfigure;

import dev.autometrics.dashboards.Dashboards;
import dev.autometrics.export.AutometricsFiles;
import dev.autometrics.export.FunctionPage;
import dev.autometrics.model.BuildInfo;
import dev.autometrics.model.FunctionCatalog;
import dev.autometrics.model.Objectives;
import dev.autometrics.promql.LabelMatchers;
import dev.autometrics.rules.RuleFile;

/**
 * The rules and the dashboards of the application, and the files that they are in.
 */
final class GeneratedFiles {

	private GeneratedFiles() {
	}

	static RuleFile rules(BuildInfo buildInfo, Objectives objectives, LabelMatchers conditions) {
		return new RuleFile(buildInfo.service(), objectives).withConditions(conditions);
	}

	static Dashboards dashboards(BuildInfo buildInfo, Objectives objectives, LabelMatchers conditions) {
		return new Dashboards(buildInfo.service(), objectives).withConditions(conditions);
	}

	static AutometricsFiles of(BuildInfo buildInfo, Objectives objectives, FunctionCatalog catalog,
			AutometricsProperties properties) {
		LabelMatchers conditions = SelectorSetting.conditions(properties);
		return new AutometricsFiles(rules(buildInfo, objectives, conditions),
				dashboards(buildInfo, objectives, conditions), new FunctionPage(buildInfo.service(), catalog,
						objectives, new FunctionPage.Settings(conditions, LinkSettings.configured(properties))));
	}

}
