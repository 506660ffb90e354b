package dev.autometrics.autoconfigure;

import java.nio.file.Path;

import dev.autometrics.actuate.endpoint.BuildFacts;
import dev.autometrics.actuate.endpoint.ExplorerOperations;
import dev.autometrics.actuate.endpoint.ObjectiveDescriptors;
import dev.autometrics.explorer.Figures;
import dev.autometrics.explorer.LiveSource;
import dev.autometrics.instrument.TrackerSettings;
import dev.autometrics.live.CallHistory;
import dev.autometrics.live.HistorySampler;
import dev.autometrics.live.LiveFigures;
import dev.autometrics.model.BuildInfo;
import dev.autometrics.model.FunctionCatalog;
import dev.autometrics.model.Objectives;
import dev.autometrics.problems.Problems;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What the Explorer shows, and where it comes from.
 */
@Configuration(proxyBeanMethods = false)
class ExplorerConfiguration {

	@Bean
	CallHistory autometricsCallHistory(LiveFigures figures, EarlyProperties early) {
		return new CallHistory(figures, ExplorerSettings.history(early.properties().explorer()));
	}

	@Bean(destroyMethod = "close")
	HistorySampler autometricsHistorySampler(CallHistory history) {
		return new HistorySampler(history);
	}

	@Bean
	HistoryStarter autometricsHistoryStarter(LiveFigures figures, FunctionCatalog catalog, TrackerSettings settings,
			HistorySampler sampler) {
		return new HistoryStarter(figures, catalog, settings, sampler);
	}

	@Bean
	LiveSource autometricsLiveSource(FunctionCatalog catalog, LiveFigures figures, CallHistory history,
			Objectives objectives) {
		return new LiveSource(catalog, figures, history, objectives);
	}

	@Bean
	Figures autometricsFigures(LiveSource live, CallHistory history, PrometheusFigures prometheus) {
		return new Figures(live, history.settings(), prometheus.source(), prometheus.status());
	}

	@Bean
	ObjectiveDescriptors autometricsObjectiveDescriptors(FunctionCatalog catalog, LiveFigures live, Figures figures) {
		return new ObjectiveDescriptors(catalog, live, figures);
	}

	@Bean
	BuildFacts autometricsBuildFacts(ConfigurableEnvironment environment, ListableBeanFactory beanFactory,
			EarlyProperties early) {
		return new ResolvedBuildFacts(() -> new BuildInfoResolver(new SpecifiedValues(environment), beanFactory)
			.sources(early.properties().repository().detect(), () -> WorkingCopy.origin(Path.of(""))));
	}

	@Bean
	ExplorerOperations.Application autometricsExplorerApplication(BuildInfo info, BuildFacts facts, Problems problems) {
		return new ExplorerOperations.Application(info, facts, problems);
	}

	@Bean
	ExplorerOperations autometricsExplorerOperations(FunctionCatalog catalog, LiveFigures live, Figures figures,
			ExplorerOperations.Application application) {
		return new ExplorerOperations(catalog, live, figures, application);
	}

}
