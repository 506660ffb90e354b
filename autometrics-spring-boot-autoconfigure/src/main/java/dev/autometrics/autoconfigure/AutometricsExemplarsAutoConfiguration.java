package dev.autometrics.autoconfigure;

import dev.autometrics.instrument.CallRecorder;
import dev.autometrics.instrument.ExemplarOpenTelemetry;
import io.prometheus.metrics.tracer.common.SpanContext;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Auto-configuration of exemplars: the metrics that Prometheus scrapes name a trace in
 * which it happened. The registry takes the current span from a bean of type
 * {@link SpanContext}, which Spring Boot has with Micrometer Tracing.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = AutometricsAutoConfiguration.class)
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnClass(SpanContext.class)
@ConditionalOnBean(name = "autometricsCallRecorder")
public final class AutometricsExemplarsAutoConfiguration {

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static SpanContextPostProcessor autometricsSpanContextPostProcessor(ObjectProvider<CallRecorder> recorder,
			ConfigurableEnvironment environment) {
		return new SpanContextPostProcessor(recorder, environment);
	}

	// Without Micrometer Tracing the spans are those of OpenTelemetry.
	@Bean
	@Conditional(ExemplarSettings.class)
	@ConditionalOnMissingBean
	SpanContext autometricsSpanContext() {
		return new ExemplarOpenTelemetry();
	}

}
