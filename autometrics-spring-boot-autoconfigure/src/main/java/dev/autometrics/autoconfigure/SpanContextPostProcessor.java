package dev.autometrics.autoconfigure;

import dev.autometrics.instrument.CallRecorder;
import dev.autometrics.instrument.CallSpans;
import dev.autometrics.instrument.ExemplarSpanContext;
import io.prometheus.metrics.tracer.common.SpanContext;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Puts a context around the one that the registry of Prometheus asks for the span, so
 * that a call that ends on another thread has the span that it started in, and one that
 * is to have none has none. Where there is no such bean, no call ever looks for a span.
 */
final class SpanContextPostProcessor implements BeanPostProcessor {

	private final ObjectProvider<CallRecorder> recorder;

	private final boolean wanted;

	SpanContextPostProcessor(ObjectProvider<CallRecorder> recorder, ConfigurableEnvironment environment) {
		this.recorder = recorder;
		this.wanted = ExemplarSettings.areEnabled(environment);
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (!(bean instanceof SpanContext thread) || bean instanceof ExemplarSpanContext) {
			return bean;
		}
		ExemplarSpanContext context = new ExemplarSpanContext(thread);
		this.recorder.getObject().carry(this.wanted ? context : CallSpans.UNWANTED);
		return context;
	}

}
