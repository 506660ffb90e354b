package dev.autometrics.compatibility.situation;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;

import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * Runs something in a span: of Micrometer Tracing if it is there, else of the API of
 * OpenTelemetry.
 */
interface TracedSpans {

	/**
	 * Run something in a new trace.
	 * @param work what is run
	 * @return the identifiers of the trace and of its span
	 */
	String inSpan(Runnable work);

	static TracedSpans of(ApplicationContext context) {
		return ClassUtils.isPresent("io.micrometer.tracing.Tracer", TracedSpans.class.getClassLoader())
				? new OfMicrometer(context.getBean(Tracer.class)) : new OfOpenTelemetry();
	}

	/**
	 * Spans of Micrometer Tracing.
	 */
	final class OfMicrometer implements TracedSpans {

		private final Tracer tracer;

		OfMicrometer(Tracer tracer) {
			this.tracer = tracer;
		}

		@Override
		public String inSpan(Runnable work) {
			Span span = this.tracer.nextSpan().name("order").start();
			Tracer.SpanInScope scope = this.tracer.withSpan(span);
			try {
				work.run();
			}
			finally {
				scope.close();
				span.end();
			}
			return span.context().traceId() + " " + span.context().spanId();
		}

	}

	/**
	 * Spans as an agent leaves them behind, for which there is the API alone.
	 */
	final class OfOpenTelemetry implements TracedSpans {

		private long traces;

		@Override
		public String inSpan(Runnable work) {
			this.traces++;
			SpanContext context = SpanContext.create(String.format("%032x", this.traces), "00000000000000ff",
					TraceFlags.getSampled(), TraceState.getDefault());
			Scope scope = io.opentelemetry.api.trace.Span.wrap(context).makeCurrent();
			try {
				work.run();
			}
			finally {
				scope.close();
			}
			return context.getTraceId() + " " + context.getSpanId();
		}

	}

}
