package dev.autometrics.sample;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import dev.autometrics.Autometrics;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.test.util.TestSocketUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks a real Prometheus for the traces that the calls of functions name.
 */
@RequiresPrometheus
class LiveExemplarTests {

	private static final String SPAN = "00f067aa0ba902b7";

	// Prometheus before 2.43 takes nothing of a scrape that has exemplars elsewhere.
	private static final String BUCKETS_AND_COUNTERS = "management.prometheus.metrics.export.properties."
			+ "io.prometheus.exporter.exemplarsOnAllMetricTypes";

	private static final List<String> FUNCTIONS = List.of("now", "later", "mono");

	@AutoClose
	private static PrometheusServer prometheus;

	@AutoClose
	private static RunningShop shop;

	private static double started;

	private static double scraped;

	@BeforeAll
	static void makeCalls() {
		started = System.currentTimeMillis() / 1000.0;
		int port = TestSocketUtils.findAvailableTcpPort();
		prometheus = PrometheusServer.scraping(port, "--enable-feature=exemplar-storage");
		shop = RunningShop.start(
				Map.of("server.port", port, "shop.shopper.enabled", false, BUCKETS_AND_COUNTERS, false), Traced.class);
		Traced functions = shop.bean(Traced.class);
		inSpan(traceOf("now"), functions::now);
		inSpan(traceOf("later"), functions::later);
		inSpan(traceOf("mono"), functions.mono()::subscribe);
		CompletableFuture.runAsync(() -> inSpan(traceOf("other"), functions::answer)).join();
		scraped = prometheus.awaitScrape();
	}

	private static String traceOf(String function) {
		return String.format("%032x", function.hashCode());
	}

	private static void inSpan(String trace, Runnable work) {
		Scope scope = Span.wrap(SpanContext.create(trace, SPAN, TraceFlags.getSampled(), TraceState.getDefault()))
			.makeCurrent();
		try {
			work.run();
		}
		finally {
			scope.close();
		}
	}

	@Test
	void counterOfEachFunctionNamesTheTraceOfItsCall() {
		assertThat(FUNCTIONS)
			.allSatisfy((function) -> assertThat(ask("function_calls_total{function=\"" + function + "\"}"))
				.containsExactly(Map.of("trace_id", traceOf(function), "span_id", SPAN)));
	}

	@Test
	void latencyOfEachFunctionNamesTheTraceOfItsCall() {
		assertThat(FUNCTIONS).allSatisfy((function) -> {
			String rate = "histogram_quantile(0.99, sum by (le) (rate("
					+ "function_calls_duration_seconds_bucket{function=\"" + function + "\"}[5m])))";

			assertThat(ask(rate)).containsExactly(Map.of("trace_id", traceOf(function), "span_id", SPAN));
		});
	}

	private static List<Map<String, String>> ask(String promql) {
		return prometheus.api().queryExemplars(promql, started, scraped);
	}

	/**
	 * Functions that end now, and ones that end when there is an answer.
	 */
	static class Traced {

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

		void answer() {
			this.answer.complete("answer");
		}

	}

}
