package dev.autometrics.autoconfigure;

import dev.autometrics.instrument.CallRecorder;
import dev.autometrics.instrument.ExemplarOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.prometheus.metrics.tracer.common.SpanContext;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Auto-configuration of exemplars: the metrics that Prometheus scrapes name a trace in
 * which it happened. The registry takes the current span from a bean of type
 * {@link SpanContext}, which Spring Boot has with Micrometer Tracing.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = AutometricsAutoConfiguration.class, afterName = {
		"org.springframework.boot.actuate.autoconfigure.tracing.prometheus.PrometheusExemplarsAutoConfiguration",
		"org.springframework.boot.micrometer.tracing.autoconfigure.prometheus.PrometheusExemplarsAutoConfiguration" })
@ConditionalOnClass(SpanContext.class)
@ConditionalOnBean(CallRecorder.class)
@Import(SpanContextPostProcessor.class)
public final class AutometricsExemplarsAutoConfiguration {

	/**
	 * Exemplars without Micrometer Tracing: the spans are those of OpenTelemetry.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Span.class)
	@ConditionalOnMissingBean(SpanContext.class)
	@Conditional(ExemplarSettings.class)
	static class OpenTelemetryConfiguration {

		@Bean
		SpanContext autometricsSpanContext() {
			return new ExemplarOpenTelemetry();
		}

	}

}
