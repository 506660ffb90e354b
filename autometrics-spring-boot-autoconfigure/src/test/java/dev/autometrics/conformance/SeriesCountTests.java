package dev.autometrics.conformance;

import java.util.Map;

import dev.autometrics.conformance.app.Chain.Entry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The endpoint counts the series that Prometheus reads.
 */
class SeriesCountTests {

	@ParameterizedTest
	@ValueSource(strings = { "autometrics.track-concurrency=false", "autometrics.track-concurrency=true",
			"autometrics.callers.enabled=false", "autometrics.buckets=1s",
			"management.metrics.enable.function.calls=false",
			"management.metrics.enable.function.calls.duration=false" })
	void endpointCountsWhatIsScraped(String property) {
		try (RunningApplication application = RunningApplication.start(property)) {
			application.bean(Entry.class).callDirectly();
			application.bean(Entry.class).callAgainAfterFailure();

			Map<?, ?> series = (Map<?, ?>) application.describe().get("series");
			Samples scraped = application.scrape().samples();

			assertThat(number(series, "total")).isEqualTo(
					scraped.list().stream().filter((sample) -> sample.name().startsWith("function_calls")).count());
			assertThat(number(series, "callers")).isEqualTo(
					scraped.list().stream().filter((sample) -> !sample.label("caller_function").isEmpty()).count());
			assertThat(number(series, "functions")).isEqualTo(number(series, "total") - number(series, "callers"));
		}
	}

	private static long number(Map<?, ?> series, String name) {
		return ((Number) series.get(name)).longValue();
	}

}
