package dev.autometrics.instrument;

import io.opentelemetry.api.trace.Span;
import io.prometheus.metrics.tracer.common.SpanContext;
import org.jspecify.annotations.Nullable;

/**
 * The current span of OpenTelemetry, for exemplars. Needs no more than its API, which an
 * agent or an SDK fills with spans.
 *
 * @since 0.1.0
 */
public final class ExemplarOpenTelemetry implements SpanContext {

	@Override
	public boolean isCurrentSpanSampled() {
		return current().isValid() && current().isSampled();
	}

	@Override
	public @Nullable String getCurrentTraceId() {
		return current().isValid() ? current().getTraceId() : null;
	}

	@Override
	public @Nullable String getCurrentSpanId() {
		return current().isValid() ? current().getSpanId() : null;
	}

	private static io.opentelemetry.api.trace.SpanContext current() {
		return Span.current().getSpanContext();
	}

	@Override
	public void markCurrentSpanAsExemplar() {
	}

}
