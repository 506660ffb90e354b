package dev.autometrics.autoconfigure;

import java.nio.file.Path;
import java.time.InstantSource;

import dev.autometrics.Autometrics;
import dev.autometrics.AutometricsTemplate;
import dev.autometrics.export.AutometricsFiles;
import dev.autometrics.instrument.CallRecorder;
import dev.autometrics.instrument.RecordingFailures;
import dev.autometrics.instrument.Tracker;
import dev.autometrics.instrument.TrackerSettings;
import dev.autometrics.interceptor.AnnotationFunctionSource;
import dev.autometrics.interceptor.AutometricsAdvisor;
import dev.autometrics.interceptor.BeanFunctions;
import dev.autometrics.interceptor.BeanProxies;
import dev.autometrics.interceptor.BlockTemplate;
import dev.autometrics.interceptor.CompletionAdapters;
import dev.autometrics.interceptor.InstrumentedFunctionSource;
import dev.autometrics.interceptor.MeasuredMethods;
import dev.autometrics.interceptor.ResultClassifiers;
import dev.autometrics.live.LiveFigures;
import dev.autometrics.model.BuildInfo;
import dev.autometrics.model.FunctionCatalog;
import dev.autometrics.model.Objectives;
import dev.autometrics.problems.Problems;

import org.springframework.aop.config.AopConfigUtils;
import org.springframework.aop.framework.ProxyConfig;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration that measures the functions marked with {@link Autometrics}.
 * <p>
 * The advisor is asked about every bean, so it and all that it needs exist before other
 * beans do. They are infrastructure, made by static methods, and know the environment
 * only: one reference to a registry or to the properties' bean among them would create
 * that too early, without its post-processors.
 * <p>
 * What records calls is lazy: an application without functions does not load it. What is
 * no bean here has nobody who could ask for it or replace it: Spring looks at every
 * definition each time when it looks for a type. For the same reason parameters have the
 * names of beans, which spares Spring that look; and what an application may replace is a
 * fallback, rather than conditional on the absence of other beans.
 * <p>
 * It comes after all other auto-configurations, and so do those that come after it, which
 * would else bring it forward: conditions that look for a type do not have to look at all
 * this, and of advisors of the same order the one that is defined first is outside, so
 * that the lowest precedence is inside of transactions. Names of classes to come after
 * would have to be those of every line of Spring Boot, and each that is missing is
 * searched for.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnProperty(prefix = AutometricsProperties.PREFIX, name = "enabled", matchIfMissing = true)
@Conditional(TrackerCondition.class)
@Import({ ConfigurationSelector.class, AutoProxyCreatorRegistrar.class })
@ImportRuntimeHints(AutometricsRuntimeHints.class)
public final class AutometricsAutoConfiguration {

	static final String CATALOG_BEAN_NAME = "autometricsCatalog";

	static final String PROBLEMS_BEAN_NAME = "autometricsProblems";

	static final String TRACKER_BEAN_NAME = "autometricsTracker";

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static EarlyProperties autometricsEarly(Environment environment) {
		return EarlyProperties.of(environment);
	}

	@Bean(CATALOG_BEAN_NAME)
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static FunctionCatalog autometricsCatalog() {
		return new FunctionCatalog();
	}

	@Bean(PROBLEMS_BEAN_NAME)
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static Problems autometricsProblems(EarlyProperties autometricsEarly) {
		return new Problems(autometricsEarly.start().problems());
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	@Fallback
	static InstrumentedFunctionSource autometricsFunctionSource(EarlyProperties autometricsEarly) {
		StartSettings settings = autometricsEarly.start();
		return new AnnotationFunctionSource(settings.labelStyle(), settings.concurrencyTracked(), settings.selection(),
				settings.reach());
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static BeanProxies autometricsProxies(EarlyProperties autometricsEarly, Problems autometricsProblems,
			@Qualifier(AopConfigUtils.AUTO_PROXY_CREATOR_BEAN_NAME) ObjectProvider<ProxyConfig> creator) {
		StartSettings settings = autometricsEarly.start();
		return new BeanProxies(settings.reach(),
				() -> AutoProxyCreatorRegistrar.makesSubclasses(creator.getIfAvailable()), settings.selection(),
				autometricsProblems);
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static BeanFunctions autometricsFunctions(InstrumentedFunctionSource source, FunctionCatalog autometricsCatalog,
			BeanProxies autometricsProxies) {
		return new BeanFunctions(source, autometricsCatalog, autometricsProxies);
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	@ConditionalOnMode(AutometricsMode.PROXY)
	static AutometricsAdvisor autometricsAdvisor(BeanFunctions autometricsFunctions,
			ObjectProvider<MeasuredMethods> methods, EarlyProperties autometricsEarly) {
		return new AutometricsAdvisor(autometricsFunctions, methods::getObject, autometricsEarly.start().order());
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	@Lazy
	static MeasuredMethods autometricsMeasuredMethods(CallRecorder autometricsCallRecorder,
			Problems autometricsProblems) {
		return new MeasuredMethods(autometricsCallRecorder, new CompletionAdapters(),
				new ResultClassifiers(new RecordingFailures(autometricsProblems)));
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	@Lazy
	static CallRecorder autometricsCallRecorder(LiveFigures autometricsLiveFigures, EarlyProperties autometricsEarly,
			Problems autometricsProblems) {
		AutometricsProperties properties = autometricsEarly.properties();
		return new CallRecorder(autometricsLiveFigures, System::nanoTime,
				new CallRecorder.Settings(properties.callers().enabled(), properties.results().cancelled()),
				autometricsProblems);
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	@Lazy
	static LiveFigures autometricsLiveFigures() {
		return new LiveFigures(InstantSource.system());
	}

	@Bean
	@Lazy
	BuildInfo autometricsBuildInfo(ConfigurableEnvironment environment, ListableBeanFactory beanFactory,
			EarlyProperties autometricsEarly) {
		BuildInfoResolver resolver = new BuildInfoResolver(new SpecifiedValues(environment), beanFactory);
		return resolver
			.resolve(autometricsEarly.properties().repository().detect(), () -> WorkingCopy.origin(Path.of("")))
			.in(FormatSetting.format(autometricsEarly.properties()));
	}

	@Bean
	Objectives autometricsObjectives(EarlyProperties autometricsEarly, ConfigurableEnvironment environment,
			ConfigurableListableBeanFactory beanFactory) {
		return DeclaredObjectives.of(autometricsEarly.objectives(), environment, beanFactory);
	}

	@Bean(name = TRACKER_BEAN_NAME, destroyMethod = "close")
	@Lazy
	Tracker autometricsTracker(ConfigurableApplicationContext context, BuildInfo autometricsBuildInfo,
			Objectives autometricsObjectives, Problems autometricsProblems) {
		TrackerSettings settings = RecordingSettings.of(context.getBean(EarlyProperties.class).properties(),
				autometricsObjectives);
		return (TrackerChoice.of(context.getEnvironment()) == TrackerChoice.OPENTELEMETRY)
				? OpenTelemetryTrackers.of(context.getBeanFactory(), autometricsBuildInfo, settings,
						autometricsProblems)
				: MicrometerTrackers.of(context.getBeanFactory(), autometricsBuildInfo, settings, autometricsProblems);
	}

	@Bean
	@Lazy
	@Fallback
	AutometricsTemplate autometricsTemplate(FunctionCatalog autometricsCatalog,
			MeasuredMethods autometricsMeasuredMethods, EarlyProperties autometricsEarly,
			Problems autometricsProblems) {
		AutometricsProperties properties = autometricsEarly.properties();
		return new BlockTemplate(autometricsCatalog, autometricsMeasuredMethods,
				new BlockTemplate.Settings(properties.labels().function(), properties.trackConcurrency(),
						properties.limits().functions()),
				autometricsProblems);
	}

	@Bean
	@Lazy
	AutometricsFiles autometricsFiles(BuildInfo autometricsBuildInfo, Objectives autometricsObjectives,
			FunctionCatalog autometricsCatalog, EarlyProperties autometricsEarly) {
		return GeneratedFiles.of(autometricsBuildInfo, autometricsObjectives, autometricsCatalog,
				autometricsEarly.properties());
	}

	@Bean
	MeasurementStarter autometricsMeasurementStarter(ConfigurableListableBeanFactory beanFactory,
			BeanFunctions autometricsFunctions, EarlyProperties autometricsEarly, Objectives autometricsObjectives) {
		return new MeasurementStarter(beanFactory, new DeferredBeans(beanFactory, autometricsFunctions),
				autometricsEarly, autometricsObjectives);
	}

	@Bean
	ProblemSearch autometricsProblemSearch(ConfigurableListableBeanFactory beanFactory,
			MeasurementStarter autometricsMeasurementStarter, Problems autometricsProblems) {
		return new ProblemSearch(beanFactory, autometricsMeasurementStarter, autometricsProblems);
	}

	@Bean
	StartReport autometricsStartReport(FunctionCatalog autometricsCatalog, Objectives autometricsObjectives,
			ApplicationContext context, Problems autometricsProblems) {
		return new StartReport(autometricsCatalog, autometricsObjectives, EndpointAddress.of(context),
				autometricsProblems);
	}

}
