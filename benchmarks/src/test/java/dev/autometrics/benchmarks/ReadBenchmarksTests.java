package dev.autometrics.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is read tells of every function, and by hand there are as many series.
 */
class ReadBenchmarksTests {

	@Test
	void scrapeHasAsManySeriesByHand() throws IOException {
		try (LargeApplication library = new LargeApplication();
				LargeApplication byHand = new LargeApplication.ByHand()) {
			assertThat(series(library)).isEqualTo(series(byHand)).isGreaterThan(10_000);
		}
	}

	@Test
	void answersTellOfEveryFunction() {
		try (LargeApplication application = new LargeApplication()) {
			ReadBenchmarks.Answers answers = new ReadBenchmarks.Answers();
			answers.prepare(application);

			String functions = new String(answers.functions(), StandardCharsets.UTF_8);
			String live = new String(answers.live(), StandardCharsets.UTF_8);

			assertThat(FunctionClasses.ids()).hasSize(500)
				.allSatisfy((id) -> assertThat(functions).contains("\"" + id + "\""))
				.allSatisfy((id) -> assertThat(live).contains("\"" + id + "\""));
		}
	}

	private static long series(LargeApplication application) throws IOException {
		ByteArrayOutputStream text = new ByteArrayOutputStream();
		((PrometheusMeterRegistry) application.registry()).scrape(text);
		return text.toString(StandardCharsets.UTF_8).lines().filter((line) -> line.startsWith("function_")).count();
	}

}
