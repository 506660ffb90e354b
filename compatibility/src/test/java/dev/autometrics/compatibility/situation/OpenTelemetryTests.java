package dev.autometrics.compatibility.situation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import dev.autometrics.compatibility.export.BatchFunctions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests applications that record with OpenTelemetry, in a JVM of their own.
 */
class OpenTelemetryTests {

	private static final String SPRING_BOOTS = "org.springframework.boot.opentelemetry.autoconfigure."
			+ "OpenTelemetrySdkAutoConfiguration";

	private static final Map<Source, SituationReport> REPORTS = new ConcurrentHashMap<>();

	@ParameterizedTest
	@EnumSource(names = "BOOT_WITHOUT_PROVIDER", mode = EnumSource.Mode.EXCLUDE)
	void recordsWithOpenTelemetry(Source source) {
		String function = "function=load, module=" + BatchFunctions.class.getName();

		assertThat(report(source).all(SituationReport.SERIES)).containsExactlyInAnyOrder(
				"function.calls [] {" + function + ", result=ok, service.name=shop} 1",
				"function.calls [] {" + function + ", result=error, service.name=shop} 0",
				"function.calls.duration [s] {" + function + ", service.name=shop} count=1 bounds=[0.005, 0.01, 0.025, "
						+ "0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0]",
				"build_info [] {autometrics.version=1.0.0, service.name=shop} 1");
		assertThat(report(source).all(SituationReport.PROBLEM)).noneMatch((problem) -> problem.startsWith("AM-131"));
	}

	@ParameterizedTest
	@EnumSource
	void recordsNothingWithMicrometer(Source source) {
		assertThat(report(source).all(RecordedApplication.METER))
			.isEqualTo(source.parts.contains(SituationPart.MICROMETER) ? List.of() : List.of("no Micrometer"));
	}

	@Test
	void saysThatSpringBootsOwnRecordsNoMetrics() {
		assertThat(report(Source.BOOT_WITHOUT_PROVIDER).all(SituationReport.SERIES)).isEmpty();
		assertThat(report(Source.BOOT_WITHOUT_PROVIDER).all(SituationReport.PROBLEM))
			.contains("AM-131 The bean records no metrics, so nothing is recorded.");
	}

	@ParameterizedTest
	@EnumSource
	void orderOfTheStartIsLeftAlone(Source source) {
		assertThat(report(source).lines())
			.noneMatch((line) -> line.contains("not eligible for getting processed by all BeanPostProcessors"));
	}

	private static SituationReport report(Source source) {
		return REPORTS.computeIfAbsent(source, (key) -> {
			List<String> properties = new ArrayList<>(
					List.of("--spring.main.banner-mode=off", "--spring.config.name=situation",
							"--spring.application.name=shop", "--autometrics.repository.detect=false"));
			properties.addAll(source.properties);
			properties.add("--autometrics.tracker=opentelemetry");
			return new SituationReport(SituationFork.output(source.parts, RecordedApplication.class, properties));
		});
	}

	/**
	 * Where the OpenTelemetry is from.
	 */
	enum Source {

		/**
		 * Spring Boot makes one, into which the application puts metrics.
		 */
		BOOT(actuator(), "--recorded.provider=true"),

		/**
		 * Spring Boot makes one for traces.
		 */
		BOOT_WITHOUT_PROVIDER(actuator()),

		/**
		 * The application makes one, and there is no Micrometer.
		 */
		APPLICATION(SituationSetup.of(SituationPart.OPENTELEMETRY_API, SituationPart.OPENTELEMETRY).parts(),
				"--recorded.own=true"),

		/**
		 * An agent has set the global one, and there are no beans.
		 */
		GLOBAL(SituationSetup.of(SituationPart.OPENTELEMETRY_API, SituationPart.OPENTELEMETRY).parts(),
				RecordedApplication.GLOBAL, "--spring.autoconfigure.exclude=" + SPRING_BOOTS);

		// They are copies.
		@SuppressWarnings("ImmutableEnumChecker")
		private final Set<SituationPart> parts;

		@SuppressWarnings("ImmutableEnumChecker")
		private final List<String> properties;

		Source(Set<SituationPart> parts, String... properties) {
			this.parts = Set.copyOf(parts);
			this.properties = List.of(properties);
		}

		private static Set<SituationPart> actuator() {
			Set<SituationPart> parts = EnumSet.copyOf(SituationSetup.starter().parts());
			Stream.of(SituationPart.TRACING, SituationPart.OPENTELEMETRY_API, SituationPart.OPENTELEMETRY)
				.forEach(parts::add);
			return parts;
		}

	}

}
