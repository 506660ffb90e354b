package dev.autometrics.autoconfigure;

import java.nio.file.Path;
import java.time.InstantSource;

import dev.autometrics.Autometrics;
import dev.autometrics.AutometricsTemplate;
import dev.autometrics.ResultClassifier;
import dev.autometrics.instrument.CallRecorder;
import dev.autometrics.instrument.MicrometerTracker;
import dev.autometrics.instrument.Tracker;
import dev.autometrics.interceptor.AnnotationFunctionSource;
import dev.autometrics.interceptor.AutometricsAdvisor;
import dev.autometrics.interceptor.AutometricsInterceptor;
import dev.autometrics.interceptor.BeanFunctions;
import dev.autometrics.interceptor.BlockTemplate;
import dev.autometrics.interceptor.CompletionAdapter;
import dev.autometrics.interceptor.CompletionAdapters;
import dev.autometrics.interceptor.InstrumentedFunctionSource;
import dev.autometrics.interceptor.MeasuredMethods;
import dev.autometrics.interceptor.ProxyableClasses;
import dev.autometrics.interceptor.ResultClassifiers;
import dev.autometrics.live.LiveFigures;
import dev.autometrics.model.BuildInfo;
import dev.autometrics.model.FunctionCatalog;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.aop.config.AopConfigUtils;
import org.springframework.aop.framework.ProxyConfig;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
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
 *
 * @since 0.1.0
 */
@AutoConfiguration(
		afterName = { "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
				"org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration" })
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnProperty(prefix = AutometricsProperties.PREFIX, name = "enabled", matchIfMissing = true)
@EnableConfigurationProperties(AutometricsProperties.class)
@Import(AutoProxyCreatorRegistrar.class)
public final class AutometricsAutoConfiguration {

	private static final Log logger = LogFactory.getLog(AutometricsAutoConfiguration.class);

	private static final String INTERCEPTOR_BEAN_NAME = "autometricsInterceptor";

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static FunctionCatalog autometricsFunctionCatalog() {
		return new FunctionCatalog();
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static LiveFigures autometricsLiveFigures() {
		return new LiveFigures(InstantSource.system());
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	@ConditionalOnMissingBean
	static InstrumentedFunctionSource autometricsFunctionSource(Environment environment) {
		AutometricsProperties properties = AutometricsProperties.from(environment);
		return new AnnotationFunctionSource(properties.labels().function(), properties.trackConcurrency());
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static BeanFunctions autometricsBeanFunctions(InstrumentedFunctionSource source, FunctionCatalog catalog,
			BeanFactory beanFactory) {
		ProxyableClasses proxyable = new ProxyableClasses(
				() -> beanFactory.getBean(AopConfigUtils.AUTO_PROXY_CREATOR_BEAN_NAME, ProxyConfig.class)
					.isProxyTargetClass());
		return new BeanFunctions(source, catalog, proxyable);
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static CallRecorder autometricsCallRecorder(LiveFigures figures, Environment environment) {
		AutometricsProperties properties = AutometricsProperties.from(environment);
		return new CallRecorder(figures, System::nanoTime,
				new CallRecorder.Settings(properties.callers().enabled(), properties.results().cancelled()));
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
	static ResultClassifiers autometricsResultClassifiers() {
		return new ResultClassifiers();
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static AutometricsAdvisor autometricsAdvisor(BeanFunctions functions, Environment environment) {
		return new AutometricsAdvisor(functions, INTERCEPTOR_BEAN_NAME,
				AutometricsProperties.from(environment).order());
	}

	@Bean
	BuildInfo autometricsBuildInfo(ConfigurableEnvironment environment, ListableBeanFactory beanFactory,
			AutometricsProperties properties) {
		BuildInfoResolver resolver = new BuildInfoResolver(new SpecifiedValues(environment), beanFactory);
		return resolver.resolve(properties.repository().detect(), () -> WorkingCopy.origin(Path.of("")));
	}

	@Bean
	Tracker autometricsTracker(ObjectProvider<MeterRegistry> registries, BuildInfo buildInfo, Environment environment) {
		MeterRegistry registry = registries.getIfUnique();
		if (registry == null) {
			logger.warn("Nothing is recorded: the application has no MeterRegistry, or several and none is primary");
			return Tracker.NONE;
		}
		return new MicrometerTracker(registry, buildInfo, AutometricsProperties.from(environment).buckets());
	}

	@Bean
	@ConditionalOnMissingBean
	AutometricsTemplate autometricsTemplate(FunctionCatalog catalog, MeasuredMethods methods, Environment environment) {
		AutometricsProperties properties = AutometricsProperties.from(environment);
		return new BlockTemplate(catalog, properties.labels().function(), properties.trackConcurrency(), methods);
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

	@Bean
	DeferredBeans autometricsDeferredBeans(ConfigurableListableBeanFactory beanFactory, BeanFunctions functions) {
		return new DeferredBeans(beanFactory, functions);
	}

}
