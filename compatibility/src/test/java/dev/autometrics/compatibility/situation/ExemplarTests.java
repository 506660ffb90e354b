package dev.autometrics.compatibility.situation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that calls name the trace that they started in, wherever the spans are from.
 */
class ExemplarTests {

	private static final List<String> METRICS = List.of("function_calls_total",
			"function_calls_duration_seconds_bucket", "function_calls_duration_seconds_count");

	private static final Map<String, SituationReport> REPORTS = new ConcurrentHashMap<>();

	@ParameterizedTest
	@EnumSource
	void callsNameTheTraceThatTheyStartedIn(Tracing tracing) {
		SituationReport report = report(tracing, true);
		List<String> expected = new ArrayList<>();
		for (String trace : report.all(TracedApplication.TRACE)) {
			String function = trace.substring(0, trace.indexOf(' '));
			Stream<String> metrics = switch (function) {
				case "answer" -> Stream.empty();
				case "other" -> Stream.of("orders_total");
				default -> METRICS.stream();
			};
			metrics.map((metric) -> trace.replaceFirst(" ", " " + metric + " ")).forEach(expected::add);
		}

		assertThat(expected).hasSize(10);
		assertThat(report.all(TracedApplication.EXEMPLAR)).containsExactlyInAnyOrderElementsOf(expected);
	}

	@ParameterizedTest
	@EnumSource(names = "OPENTELEMETRY_API", mode = EnumSource.Mode.EXCLUDE)
	void propertySwitchesThemOffForFunctionsAlone(Tracing tracing) {
		assertThat(report(tracing, false).all(TracedApplication.EXEMPLAR)).singleElement()
			.asString()
			.startsWith("other orders_total ");
	}

	@ParameterizedTest
	@EnumSource
	void orderOfTheStartIsLeftAlone(Tracing tracing) {
		assertThat(report(tracing, true).lines())
			.noneMatch((line) -> line.contains("not eligible for getting processed by all BeanPostProcessors"));
	}

	private static SituationReport report(Tracing tracing, boolean enabled) {
		return REPORTS.computeIfAbsent(tracing + " " + enabled,
				(key) -> new SituationReport(SituationFork.output(tracing.parts(), TracedApplication.class,
						List.of("--spring.main.banner-mode=off", "--spring.config.name=situation",
								"--management.tracing.sampling.probability=1",
								"--autometrics.exemplars.enabled=" + enabled))));
	}

	/**
	 * Where spans are from.
	 */
	enum Tracing {

		BRAVE(SituationPart.TRACING, SituationPart.BRAVE),

		OPENTELEMETRY(SituationPart.TRACING, SituationPart.OPENTELEMETRY_API, SituationPart.OPENTELEMETRY),

		OPENTELEMETRY_API(SituationPart.OPENTELEMETRY_API);

		// It is a copy.
		@SuppressWarnings("ImmutableEnumChecker")
		private final List<SituationPart> added;

		Tracing(SituationPart... added) {
			this.added = List.of(added);
		}

		Set<SituationPart> parts() {
			Set<SituationPart> parts = EnumSet
				.copyOf(SituationSetup.starter(SituationPart.REACTOR, SituationPart.CONTEXT_PROPAGATION).parts());
			parts.addAll(this.added);
			return parts;
		}

	}

}
