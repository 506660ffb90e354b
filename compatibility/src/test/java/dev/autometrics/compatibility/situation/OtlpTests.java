package dev.autometrics.compatibility.situation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.autometrics.compatibility.export.BatchFunctions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests what Micrometer's registry for OTLP sends when the application ends, as a
 * receiver reads it.
 */
class OtlpTests {

	private static final String SECONDS = "--management.otlp.metrics.export.base-time-unit=seconds";

	private static final Pattern SUM = Pattern.compile(" sum=(\\S+) ");

	private static SituationReport byDefault;

	private static SituationReport inSeconds;

	@BeforeAll
	static void run() {
		byDefault = report();
		inSeconds = report(SECONDS);
	}

	private static SituationReport report(String... properties) {
		Set<SituationPart> parts = EnumSet
			.copyOf(SituationSetup.of(SituationPart.MICROMETER, SituationPart.METRICS, SituationPart.ACTUATOR).parts());
		parts.add(SituationPart.OTLP);
		List<String> arguments = new ArrayList<>(List.of("--spring.main.banner-mode=off",
				"--spring.config.name=situation", "--spring.application.name=shop",
				"--management.otlp.metrics.export.step=1h", "--autometrics.repository.detect=false"));
		arguments.addAll(List.of(properties));
		return new SituationReport(SituationFork.output(parts, PushedApplication.class, arguments));
	}

	@Test
	void everythingIsThereInTheLastPush() {
		String function = "function=load,module=" + BatchFunctions.class.getName();

		assertThat(inSeconds.all(SituationReport.SERIES)).contains(
				"function.calls [] {" + function + ",result=ok,service.name=shop} 1.0",
				"function.calls [] {" + function + ",result=error,service.name=shop} 0.0",
				"build.info [] {autometrics.version=1.0.0,service.name=shop} 1.0");
	}

	@Test
	void durationsAreInSecondsWhereTheBaseTimeUnitIs() {
		String durations = durations(inSeconds);

		assertThat(durations).startsWith("function.calls.duration [seconds] {")
			.contains(" count=1 ")
			.endsWith("bounds=[0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0]");
		assertThat(sum(durations)).isBetween(0.02, 10.0);
		assertThat(inSeconds.all(SituationReport.PROBLEM)).noneMatch((problem) -> problem.startsWith("AM-113"));
	}

	@Test
	void durationsAreInMillisecondsByDefaultAndThereIsAProblem() {
		String durations = durations(byDefault);

		assertThat(durations).startsWith("function.calls.duration [milliseconds] {")
			.contains("bounds=[5.0, 10.0, 25.0, ");
		assertThat(sum(durations)).isBetween(20.0, 10_000.0);
		assertThat(byDefault.all(SituationReport.PROBLEM))
			.contains("AM-113 Set " + SECONDS.substring(2) + ", which is for all timers.");
	}

	private static String durations(SituationReport report) {
		List<String> lines = report.all(SituationReport.SERIES)
			.stream()
			.filter((line) -> line.startsWith("function.calls.duration [") && line.contains("count="))
			.toList();
		assertThat(lines).as(report::toString).hasSize(1);
		return lines.get(0);
	}

	private static double sum(String line) {
		Matcher matcher = SUM.matcher(line);
		assertThat(matcher.find()).as(line).isTrue();
		return Double.parseDouble(matcher.group(1));
	}

}
