package dev.autometrics.benchmarks;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;

import dev.autometrics.interceptor.AutometricsInterceptor;
import dev.autometrics.model.FunctionCatalog;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.Metric;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.DefaultAdvisorChainFactory;
import org.springframework.aop.framework.autoproxy.AbstractAutoProxyCreator;
import org.springframework.aop.framework.autoproxy.InfrastructureAdvisorAutoProxyCreator;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each application that is started is what its title claims.
 */
class StartupVariantTests {

	private static final int FUNCTIONS = 500;

	private static final Method TO_STRING = ClassUtils.getMethod(Object.class, "toString");

	private ConfigurableApplicationContext application = new GenericApplicationContext();

	@AfterEach
	void close() {
		this.application.close();
	}

	@ParameterizedTest
	@EnumSource
	void everyVariantHasTheSameInfrastructure(StartupVariant variant) {
		start(variant);

		assertThat(beans(variant)).hasSize(FunctionClasses.CLASSES);
		assertThat(this.application.getBean(MeterRegistry.class)).isInstanceOf(PrometheusMeterRegistry.class);
		assertThat(this.application.getBean(AbstractAutoProxyCreator.class))
			.isExactlyInstanceOf(InfrastructureAdvisorAutoProxyCreator.class);
	}

	@ParameterizedTest
	@EnumSource(names = { "NO_ADVISOR", "EMPTY_ADVISOR", "EXCLUDED" })
	void libraryHasNoBeanWhereItIsExcluded(StartupVariant variant) {
		start(variant);

		assertThat(beansOfLibrary()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "NO_ADVISOR", "EXCLUDED", "UNUSED" })
	void beansWithoutAdviceHaveNoProxy(StartupVariant variant) {
		start(variant);

		assertThat(beans(variant)).noneMatch(AopUtils::isAopProxy);
	}

	@Test
	void emptyAdvisorInterceptsEveryFunctionAndNothingElse() {
		start(StartupVariant.EMPTY_ADVISOR);

		assertThat(functions()).hasSize(FUNCTIONS)
			.allSatisfy((function) -> assertThat(interceptorsOf(function)).singleElement()
				.isInstanceOf(EmptyInterceptor.class));
		assertThat(interceptorsOf(TO_STRING)).isEmpty();
		assertThat(proxies()).hasSize(FunctionClasses.CLASSES);
	}

	@Test
	void libraryInterceptsEveryFunctionAndNothingElse() {
		start(StartupVariant.AUTOMETRICS);

		assertThat(functions()).hasSize(FUNCTIONS)
			.allSatisfy((function) -> assertThat(interceptorsOf(function)).singleElement()
				.isInstanceOf(AutometricsInterceptor.class));
		assertThat(interceptorsOf(TO_STRING)).isEmpty();
		assertThat(proxies()).hasSize(FunctionClasses.CLASSES);
	}

	@Test
	void libraryCataloguesAndCountsEveryFunction() {
		start(StartupVariant.AUTOMETRICS);

		assertThat(this.application.getBean(FunctionCatalog.class).snapshot()).extracting(InstrumentedFunction::id)
			.containsExactlyInAnyOrderElementsOf(FunctionClasses.ids())
			.hasSize(FUNCTIONS);
		assertThat(counters()).hasSize(FUNCTIONS * 2).allMatch((counter) -> counter.count() == 0);

		new MeasuredCalls(this.application).callAllFromOutside();

		assertThat(counters()).hasSize(FUNCTIONS * 2);
		assertThat(counters().stream().filter((counter) -> counter.count() == 1)).hasSize(FUNCTIONS);
	}

	@Test
	void unusedLibraryHasItsBeansAndNoFunction() {
		start(StartupVariant.UNUSED);

		assertThat(beansOfLibrary()).contains("autometricsAdvisor", "autometricsCallRecorder");
		assertThat(this.application.getBean(FunctionCatalog.class).snapshot()).isEmpty();
		assertThat(this.application.getBean(MeterRegistry.class).find(Metric.CALLS.dotted()).counters()).isEmpty();
	}

	@Test
	void startIsMeasured() {
		StartCosts costs = new StartCosts();

		this.application = costs.measure(StartupVariant.EXCLUDED);

		assertThat(this.application.isRunning()).isTrue();
		assertThat(List.of(costs.cpu, costs.thread, costs.wall)).allMatch((millis) -> millis > 0);
	}

	private void start(StartupVariant variant) {
		this.application = StartupApplication.start(variant, variant.beans());
	}

	private List<Object> beans(StartupVariant variant) {
		return variant.beans().stream().<Object>map(this.application::getBean).toList();
	}

	private List<String> beansOfLibrary() {
		return Stream.of(this.application.getBeanDefinitionNames())
			.filter((name) -> String.valueOf(this.application.getType(name)).contains(" dev.autometrics.")
					&& !String.valueOf(this.application.getType(name)).contains(".benchmarks."))
			.toList();
	}

	private List<Object> proxies() {
		return Stream.of(this.application.getBeanDefinitionNames())
			.<Object>map(this.application::getBean)
			.filter(AopUtils::isAopProxy)
			.toList();
	}

	private static List<Method> functions() {
		return FunctionClasses.annotated().stream().flatMap((type) -> Stream.of(type.getDeclaredMethods())).toList();
	}

	private List<Object> interceptorsOf(Method method) {
		Class<?> type = TO_STRING.equals(method) ? FunctionClasses.annotated().get(0) : method.getDeclaringClass();
		Advised proxy = (Advised) this.application.getBean(type);
		return new DefaultAdvisorChainFactory().getInterceptorsAndDynamicInterceptionAdvice(proxy, method, type);
	}

	private List<Counter> counters() {
		return List.copyOf(this.application.getBean(MeterRegistry.class).get(Metric.CALLS.dotted()).counters());
	}

}
