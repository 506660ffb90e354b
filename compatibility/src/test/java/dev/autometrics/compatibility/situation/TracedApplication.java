package dev.autometrics.compatibility.situation;

import java.util.concurrent.CompletableFuture;

import dev.autometrics.compatibility.export.TracedFunctions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * An application in a JVM of its own whose functions are called in traces. It prints the
 * traces, and those that its metrics name.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(TracedFunctions.class)
public class TracedApplication {

	static final String TRACE = "@trace ";

	static final String EXEMPLAR = "@exemplar ";

	/**
	 * Run the application.
	 * @param properties its properties
	 */
	public static void main(String[] properties) {
		try (ConfigurableApplicationContext context = SpringApplication.run(TracedApplication.class, properties)) {
			call(context.getBean(TracedFunctions.class), TracedSpans.of(context),
					context.getBean(PrometheusMeterRegistry.class));
			context.getBean(PrometheusMeterRegistry.class)
				.scrape("application/openmetrics-text")
				.lines()
				.filter((line) -> line.contains(" # {"))
				.forEach((line) -> SituationApplication.print(EXEMPLAR, line.replaceFirst(
						"^(\\w+)\\{(?:.*,)?function=\"(\\w+)\".* # \\{span_id=\"(\\w+)\",trace_id=\"(\\w+)\"} .*$",
						"$2 $1 $4 $3")));
		}
	}

	// What answers does so in another trace, on another thread.
	private static void call(TracedFunctions functions, TracedSpans spans, MeterRegistry registry) {
		print("now", spans.inSpan(functions::now));
		print("later", spans.inSpan(functions::later));
		print("mono", spans.inSpan(functions.mono()::subscribe));
		print("other", spans.inSpan(registry.counter("orders", "function", "other")::increment));
		CompletableFuture.runAsync(() -> print("answer", spans.inSpan(functions::answer))).join();
	}

	private static void print(String name, String identifiers) {
		SituationApplication.print(TRACE, name + " " + identifiers);
	}

}
