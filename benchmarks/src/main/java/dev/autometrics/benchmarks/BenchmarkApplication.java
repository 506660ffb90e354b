package dev.autometrics.benchmarks;

import java.util.Map;

import io.micrometer.core.aop.CountedAspect;
import io.micrometer.core.aop.TimedAspect;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.aop.ObservedAspect;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;

import org.springframework.aop.Advisor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.context.annotation.Role;

/**
 * An application as Spring Boot configures it, with a Prometheus registry and the
 * library.
 * <p>
 * The aspects of Micrometer's annotations are declared here, as Micrometer's
 * documentation has it. Those that Spring Boot declares when asked also look for
 * {@code @MeterTag} in each call, by reflection, which costs more than all the rest: a
 * profile has them.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ Neighbours.class, Neighbours.InterceptedNeighbour.class, Neighbours.MeasuredNeighbour.class,
		Neighbours.AnnotatedNeighbour.class })
class BenchmarkApplication {

	/**
	 * Profile in which Spring Boot declares the aspects, if it is also told to.
	 */
	static final String BOOT_ASPECTS = "boot-aspects";

	/**
	 * Profile in which no meter records anything, so that none contends.
	 */
	static final String DENIED_METERS = "denied-meters";

	static final String BOOT_ASPECTS_ENABLED = "management.observations.annotations.enabled=true";

	private static final String BUCKETS = "5ms,10ms,25ms,50ms,75ms,100ms,250ms,500ms,750ms,1s,2500ms,5s,7500ms,10s";

	static final Map<String, Object> PROPERTIES = Map.of("spring.application.name", "benchmarks",
			"spring.main.banner-mode", "off", "logging.level.root", "warn", "autometrics.repository.detect", "false",
			"management.metrics.distribution.slo." + AnnotatedFunction.DURATION, BUCKETS, OpenTelemetryFilter.APPENDER,
			false, OpenTelemetryFilter.LOGGING_CONTEXT, false,
			"management.metrics.distribution.slo." + ObservedFunction.CALLS, BUCKETS);

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static Advisor emptyAdvisor() {
		return new DefaultPointcutAdvisor(AnnotationMatchingPointcut.forClassAnnotation(Intercepted.class),
				new EmptyInterceptor());
	}

	@Bean
	@Profile("!" + BOOT_ASPECTS)
	CountedAspect countedAspect(MeterRegistry registry) {
		return new CountedAspect(registry);
	}

	@Bean
	@Profile("!" + BOOT_ASPECTS)
	TimedAspect timedAspect(MeterRegistry registry) {
		return new TimedAspect(registry);
	}

	@Bean
	@Profile("!" + BOOT_ASPECTS)
	ObservedAspect observedAspect(ObservationRegistry registry) {
		return new ObservedAspect(registry);
	}

	@Bean
	@Profile(DENIED_METERS)
	MeterFilter denyMeters() {
		return MeterFilter.deny();
	}

	// Every span is recorded, and handed to nobody.
	@Bean
	OpenTelemetrySdk openTelemetry() {
		return OpenTelemetrySdk.builder().setTracerProvider(SdkTracerProvider.builder().build()).build();
	}

	@Bean
	ObservedFunction observedFunction() {
		return new ObservedFunction();
	}

	@Bean
	SpanFunction spanFunction() {
		return new SpanFunction();
	}

	@Bean
	PlainFunction plainFunction() {
		return new PlainFunction();
	}

	@Bean
	InterceptedFunction interceptedFunction() {
		return new InterceptedFunction();
	}

	@Bean
	HandWrittenFunction handWrittenFunction(MeterRegistry registry) {
		return new HandWrittenFunction(registry);
	}

	@Bean
	MeasuredFunction measuredFunction() {
		return new MeasuredFunction();
	}

	@Bean
	AnnotatedFunction annotatedFunction() {
		return new AnnotatedFunction();
	}

	@Bean
	InterceptedCompletions interceptedCompletions() {
		return new InterceptedCompletions();
	}

	@Bean
	MeasuredCompletions measuredCompletions() {
		return new MeasuredCompletions();
	}

	@Bean
	HandWrittenCompletions handWrittenCompletions(MeterRegistry registry) {
		ProxyFactory factory = new ProxyFactory(new HandWrittenCompletions());
		factory.setProxyTargetClass(true);
		factory.addAdvice(new HandWrittenInterceptor(registry));
		return (HandWrittenCompletions) factory.getProxy();
	}

	@Bean
	@Profile(TextClassifier.PROFILE)
	TextClassifier textClassifier() {
		return new TextClassifier();
	}

	@Bean
	CallingFunction callingFunction() {
		return new CallingFunction();
	}

}
