package dev.autometrics.autoconfigure;

import dev.autometrics.actuate.endpoint.AutometricsEndpoint;
import dev.autometrics.actuate.endpoint.AutometricsEndpointWebExtension;
import dev.autometrics.actuate.endpoint.ExplorerOperations;
import dev.autometrics.actuate.endpoint.ExplorerPage;
import dev.autometrics.actuate.endpoint.FunctionDescriptors;
import dev.autometrics.actuate.endpoint.LinkTargets;
import dev.autometrics.actuate.endpoint.ObjectiveDescriptors;
import dev.autometrics.actuate.endpoint.QuerySettings;
import dev.autometrics.dashboards.Dashboards;
import dev.autometrics.instrument.TrackerSettings;
import dev.autometrics.live.LiveFigures;
import dev.autometrics.model.BuildInfo;
import dev.autometrics.model.FunctionCatalog;
import dev.autometrics.model.Objectives;
import dev.autometrics.problems.Problems;
import dev.autometrics.promql.LabelMatchers;
import dev.autometrics.rules.RuleFile;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the endpoint {@code autometrics}. There is no bean of it unless
 * the endpoint is exposed.
 * <p>
 * Before Spring Boot 3.4 the condition has no {@code value}, and would fail before
 * {@link SpringBootVersionCheck} can say that the line is not supported.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = AutometricsAutoConfiguration.class)
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnBean(name = "autometricsCatalog")
@ConditionalOnAvailableEndpoint(endpoint = AutometricsEndpoint.class)
@Import({ ExplorerConfiguration.class, PrometheusConfiguration.class })
public final class AutometricsEndpointAutoConfiguration {

	/**
	 * Name of the bean that tells the functions. Where there is none, nobody can see the
	 * figures of this instance.
	 */
	static final String FUNCTIONS_BEAN_NAME = "autometricsFunctionDescriptors";

	@Bean
	TrackerSettings autometricsTrackerSettings(EarlyProperties early, Objectives objectives) {
		return RecordingSettings.of(early.properties(), objectives);
	}

	@Bean
	LabelMatchers autometricsConditions(EarlyProperties early) {
		return SelectorSetting.conditions(early.properties());
	}

	@Bean
	@Lazy
	RuleFile autometricsRuleFile(BuildInfo buildInfo, Objectives objectives, LabelMatchers conditions) {
		return GeneratedFiles.rules(buildInfo, objectives, conditions);
	}

	@Bean
	@Lazy
	Dashboards autometricsDashboards(BuildInfo buildInfo, Objectives objectives, LabelMatchers conditions) {
		return GeneratedFiles.dashboards(buildInfo, objectives, conditions);
	}

	@Bean
	LinkTargets autometricsLinkTargets(EarlyProperties early, Environment environment) {
		return LinkSettings.targets(early.properties(), environment);
	}

	@Bean(FUNCTIONS_BEAN_NAME)
	FunctionDescriptors autometricsFunctionDescriptors(FunctionCatalog catalog, LiveFigures figures,
			BuildInfo buildInfo, QuerySettings settings) {
		return new FunctionDescriptors(catalog, figures, buildInfo, settings);
	}

	@Bean
	QuerySettings autometricsQuerySettings(LabelMatchers conditions, LinkTargets links) {
		return new QuerySettings(conditions, links);
	}

	@Bean
	@ConditionalOnMissingBean
	AutometricsEndpoint autometricsEndpoint(FunctionDescriptors functions, ObjectiveDescriptors objectives,
			Problems problems) {
		return new AutometricsEndpoint(functions, objectives, problems);
	}

	@Bean
	ExplorerPage autometricsExplorerPage(EarlyProperties early, ObjectProvider<PathMappedEndpoints> endpoints) {
		return new ExplorerPage(early.properties().explorer().enabled(), () -> WebEndpointAddress.pathIn(endpoints));
	}

	@Bean
	AutometricsEndpointWebExtension.Files autometricsEndpointFiles(RuleFile rules, Dashboards dashboards) {
		return new AutometricsEndpointWebExtension.Files(rules, dashboards);
	}

	@Bean
	@ConditionalOnMissingBean
	AutometricsEndpointWebExtension autometricsEndpointWebExtension(AutometricsEndpoint endpoint,
			AutometricsEndpointWebExtension.Files files, ExplorerOperations explorer, ExplorerPage page) {
		return new AutometricsEndpointWebExtension(endpoint, files, explorer, page);
	}

}
