package dev.autometrics.autoconfigure;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;

import dev.autometrics.Autometrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import reactor.core.publisher.Mono;

/**
 * Functions that are called in spans of OpenTelemetry, as an agent would leave them
 * behind: there is nothing but the API.
 */
class TracedFunctions {

	static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

	static final String SPAN = "b7ad6b7169203331";

	private static final String OTHER_TRACE = "11111111111111111111111111111111";

	private final CompletableFuture<String> answer = new CompletableFuture<>();

	@Autometrics
	void now() {
	}

	@Autometrics
	CompletionStage<String> later() {
		return this.answer;
	}

	@Autometrics
	Mono<String> mono() {
		return Mono.fromFuture(this.answer);
	}

	/**
	 * Run something in a span.
	 * @param sampled whether the span is sampled
	 * @param work what is run
	 */
	static void inSpan(boolean sampled, Runnable work) {
		inTrace(TRACE, sampled, work);
	}

	private static void inTrace(String trace, boolean sampled, Runnable work) {
		SpanContext context = SpanContext.create(trace, SPAN,
				sampled ? TraceFlags.getSampled() : TraceFlags.getDefault(), TraceState.getDefault());
		Scope scope = Span.wrap(context).makeCurrent();
		try {
			work.run();
		}
		finally {
			scope.close();
		}
	}

	void answerHere() {
		this.answer.complete("answer");
	}

	/**
	 * Complete the answer on another thread, in a span of another trace.
	 */
	void answerElsewhere() {
		CountDownLatch ended = new CountDownLatch(1);
		Thread thread = new Thread(() -> {
			inTrace(OTHER_TRACE, true, () -> this.answer.complete("answer"));
			ended.countDown();
		});
		thread.start();
		try {
			ended.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return the metrics of a function that name a trace.
	 * @param registry the registry that Prometheus scrapes
	 * @param function the function
	 * @return lines such as {@code function_calls_total TRACE SPAN}
	 */
	static List<String> exemplars(MeterRegistry registry, String function) {
		return ((PrometheusMeterRegistry) registry).scrape("application/openmetrics-text")
			.lines()
			.filter((line) -> line.contains("function=\"" + function + "\"") && line.contains(" # {"))
			.map((line) -> line.replaceFirst("^(\\w+)\\{.* # \\{span_id=\"(\\w+)\",trace_id=\"(\\w+)\"} .*$",
					"$1 $3 $2"))
			.toList();
	}

}
