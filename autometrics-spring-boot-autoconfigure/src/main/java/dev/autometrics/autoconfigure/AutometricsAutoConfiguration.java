package dev.autometrics.autoconfigure;

import java.nio.file.Path;
import java.time.InstantSource;

import dev.autometrics.Autometrics;
import dev.autometrics.AutometricsTemplate;
import dev.autometrics.ResultClassifier;
import dev.autometrics.dashboards.Dashboards;
import dev.autometrics.export.AutometricsFiles;
import dev.autometrics.export.FunctionPage;
import dev.autometrics.instrument.CallRecorder;
import dev.autometrics.instrument.RecordingFailures;
import dev.autometrics.instrument.Tracker;
import dev.autometrics.instrument.TrackerSettings;
import dev.autometrics.interceptor.AnnotationFunctionSource;
import dev.autometrics.interceptor.AutometricsAdvisor;
import dev.autometrics.interceptor.AutometricsInterceptor;
import dev.autometrics.interceptor.BeanFunctions;
import dev.autometrics.interceptor.BeanProxies;
import dev.autometrics.interceptor.BlockTemplate;
import dev.autometrics.interceptor.CompletionAdapter;
import dev.autometrics.interceptor.CompletionAdapters;
import dev.autometrics.interceptor.InstrumentedFunctionSource;
import dev.autometrics.interceptor.MeasuredMethods;
import dev.autometrics.interceptor.ResultClassifiers;
import dev.autometrics.interceptor.TypeSelection;
import dev.autometrics.live.LiveFigures;
import dev.autometrics.model.BuildInfo;
import dev.autometrics.model.FunctionCatalog;
import dev.autometrics.model.Objectives;
import dev.autometrics.problems.Problems;
import dev.autometrics.promql.LabelMatchers;
import dev.autometrics.rules.RuleFile;

import org.springframework.aop.config.AopConfigUtils;
import org.springframework.aop.framework.ProxyConfig;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Role;
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
 * Of advisors of the same order the one that is defined first is outside. Those of
 * transactions are defined before, so that the lowest precedence is inside of them.
 *
 * @since 0.1.0
 */
@AutoConfiguration(
		afterName = { "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
				"org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration",
				"org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
				"org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration" })
@ConditionalOnProperty(prefix = AutometricsProperties.PREFIX, name = "enabled", matchIfMissing = true)
@ConditionalOnTracker({ TrackerChoice.MICROMETER, TrackerChoice.OPENTELEMETRY })
@Import({ SpringBootVersionCheck.class, LazyPropertiesRegistrar.class, AutoProxyCreatorRegistrar.class,
		AutometricsMicrometerConfiguration.class, AutometricsOpenTelemetryConfiguration.class })
@EnableConfigurationProperties(AutometricsProperties.class)
@ImportRuntimeHints(AutometricsRuntimeHints.class)
public final class AutometricsAutoConfiguration {

	private static final String INTERCEPTOR_BEAN_NAME = "autometricsInterceptor";

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static EarlyProperties autometricsEarlyProperties(Environment environment) {
		return EarlyProperties.of(environment);
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static FunctionCatalog autometricsFunctionCatalog() {
		return new FunctionCatalog();
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static Problems autometricsProblems(EarlyProperties early) {
		return new Problems(early.properties().problems());
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static TypeSelection autometricsTypeSelection(EarlyProperties early) {
		return early.properties().selection();
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static LiveFigures autometricsLiveFigures() {
		return new LiveFigures(InstantSource.system());
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	@ConditionalOnMissingBean
	static InstrumentedFunctionSource autometricsFunctionSource(EarlyProperties early, TypeSelection selection) {
		AutometricsProperties properties = early.properties();
		return new AnnotationFunctionSource(properties.labels().function(), properties.trackConcurrency(), selection,
				properties.mode().reach());
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static BeanProxies autometricsBeanProxies(BeanFactory beanFactory, EarlyProperties early, TypeSelection selection,
			Problems problems) {
		return new BeanProxies(early.properties().mode().reach(),
				() -> !beanFactory.containsBean(AopConfigUtils.AUTO_PROXY_CREATOR_BEAN_NAME)
						|| beanFactory.getBean(AopConfigUtils.AUTO_PROXY_CREATOR_BEAN_NAME, ProxyConfig.class)
							.isProxyTargetClass(),
				selection, problems);
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static BeanFunctions autometricsBeanFunctions(InstrumentedFunctionSource source, FunctionCatalog catalog,
			BeanProxies proxies) {
		return new BeanFunctions(source, catalog, proxies);
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static CallRecorder autometricsCallRecorder(LiveFigures figures, EarlyProperties early, Problems problems) {
		AutometricsProperties properties = early.properties();
		return new CallRecorder(figures, System::nanoTime,
				new CallRecorder.Settings(properties.callers().enabled(), properties.results().cancelled()), problems);
	}

	@Bean(INTERCEPTOR_BEAN_NAME)
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static AutometricsInterceptor autometricsInterceptor(InstrumentedFunctionSource source, MeasuredMethods methods) {
		return new AutometricsInterceptor(source, methods);
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static MeasuredMethods autometricsMeasuredMethods(CallRecorder recorder, CompletionAdapters adapters,
			ResultClassifiers classifiers) {
		return new MeasuredMethods(recorder, adapters, classifiers);
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static CompletionAdapters autometricsCompletionAdapters() {
		return new CompletionAdapters();
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static ResultClassifiers autometricsResultClassifiers(Problems problems) {
		return new ResultClassifiers(new RecordingFailures(problems));
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	@ConditionalOnMode(AutometricsMode.PROXY)
	static AutometricsAdvisor autometricsAdvisor(BeanFunctions functions, EarlyProperties early) {
		return new AutometricsAdvisor(functions, INTERCEPTOR_BEAN_NAME, early.properties().order());
	}

	@Bean
	BuildInfo autometricsBuildInfo(ConfigurableEnvironment environment, ListableBeanFactory beanFactory,
			EarlyProperties early) {
		BuildInfoResolver resolver = new BuildInfoResolver(new SpecifiedValues(environment), beanFactory);
		return resolver.resolve(early.properties().repository().detect(), () -> WorkingCopy.origin(Path.of("")))
			.in(FormatSetting.format(early.properties()));
	}

	@Bean
	Objectives autometricsObjectives(EarlyProperties early, ConfigurableEnvironment environment,
			ConfigurableListableBeanFactory beanFactory) {
		return DeclaredObjectives.of(early.properties(), environment, beanFactory);
	}

	@Bean
	TrackerSettings autometricsTrackerSettings(EarlyProperties early, Objectives objectives) {
		return RecordingSettings.of(early.properties(), objectives);
	}

	@Bean
	@ConditionalOnMissingBean
	AutometricsTemplate autometricsTemplate(FunctionCatalog catalog, MeasuredMethods methods, EarlyProperties early,
			Problems problems) {
		AutometricsProperties properties = early.properties();
		return new BlockTemplate(catalog, methods, new BlockTemplate.Settings(properties.labels().function(),
				properties.trackConcurrency(), properties.limits().functions()), problems);
	}

	@Bean
	SmartInitializingSingleton autometricsExtensions(CompletionAdapters adapters, ResultClassifiers classifiers,
			ObjectProvider<CompletionAdapter> ofAdapters, ObjectProvider<ResultClassifier> ofClassifiers) {
		return () -> {
			adapters.add(ofAdapters.orderedStream().toList());
			classifiers.set(ofClassifiers.orderedStream().toList());
		};
	}

	@Bean
	RecordingStarter autometricsRecordingStarter(FunctionCatalog catalog, CallRecorder recorder, Tracker tracker,
			DeferredBeans deferredBeans) {
		return new RecordingStarter(catalog, recorder, tracker, deferredBeans);
	}

	// After the one above, which enters functions into the catalog.
	@Bean
	ObjectiveCheck autometricsObjectiveCheck(FunctionCatalog catalog, Objectives objectives, Problems problems) {
		return new ObjectiveCheck(catalog, objectives, problems);
	}

	@Bean
	LabelMatchers autometricsConditions(EarlyProperties early) {
		return SelectorSetting.conditions(early.properties());
	}

	@Bean
	@Lazy
	RuleFile autometricsRuleFile(BuildInfo buildInfo, Objectives objectives, LabelMatchers conditions) {
		return new RuleFile(buildInfo.service(), objectives).withConditions(conditions);
	}

	@Bean
	@Lazy
	Dashboards autometricsDashboards(BuildInfo buildInfo, Objectives objectives, LabelMatchers conditions) {
		return new Dashboards(buildInfo.service(), objectives).withConditions(conditions);
	}

	@Bean
	@Lazy
	AutometricsFiles autometricsFiles(RuleFile rules, Dashboards dashboards, FunctionCatalog catalog,
			EarlyProperties early) {
		return new AutometricsFiles(rules, dashboards,
				new FunctionPage(rules.service(), catalog, rules.objectives(), new FunctionPage.Settings(
						SelectorSetting.conditions(early.properties()), LinkSettings.configured(early.properties()))));
	}

	// After the starter as well.
	@Bean
	FileExport autometricsFileExport(EarlyProperties early, ObjectProvider<AutometricsFiles> files) {
		return new FileExport(early.properties().export().directory(), files);
	}

	@Bean
	DeferredBeans autometricsDeferredBeans(ConfigurableListableBeanFactory beanFactory, BeanFunctions functions) {
		return new DeferredBeans(beanFactory, functions);
	}

}
