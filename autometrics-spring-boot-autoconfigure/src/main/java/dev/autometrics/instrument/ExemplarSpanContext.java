package dev.autometrics.instrument;

import io.prometheus.metrics.tracer.common.SpanContext;
import org.jspecify.annotations.Nullable;

/**
 * Tells the registry of Prometheus which span an exemplar is of. Asks another one, unless
 * a call is being recorded whose span is known.
 *
 * @since 0.1.0
 */
public final class ExemplarSpanContext implements SpanContext, CallSpans {

	private final SpanContext thread;

	/**
	 * Create a context.
	 * @param thread what knows the span of the current thread
	 */
	public ExemplarSpanContext(SpanContext thread) {
		this.thread = thread;
	}

	@Override
	public CallSpan current() {
		if (this.thread.isCurrentSpanSampled()) {
			String traceId = this.thread.getCurrentTraceId();
			String spanId = this.thread.getCurrentSpanId();
			if (traceId != null && spanId != null) {
				return new CallSpan(traceId, spanId);
			}
		}
		return CallSpan.NONE;
	}

	@Override
	public boolean isCurrentSpanSampled() {
		CallSpan span = CallSpan.recorded();
		return (span != null) ? !span.equals(CallSpan.NONE) : this.thread.isCurrentSpanSampled();
	}

	@Override
	public @Nullable String getCurrentTraceId() {
		CallSpan span = CallSpan.recorded();
		return (span != null) ? span.traceId() : this.thread.getCurrentTraceId();
	}

	@Override
	public @Nullable String getCurrentSpanId() {
		CallSpan span = CallSpan.recorded();
		return (span != null) ? span.spanId() : this.thread.getCurrentSpanId();
	}

	@Override
	public void markCurrentSpanAsExemplar() {
		if (CallSpan.recorded() == null) {
			this.thread.markCurrentSpanAsExemplar();
		}
	}

}
