package dev.autometrics.instrument;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import dev.autometrics.Result;
import dev.autometrics.live.LiveFigures;
import dev.autometrics.model.BuildInfo;
import dev.autometrics.model.BuildInfo.Repository;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.Objectives;
import dev.autometrics.model.ResultSettings;
import dev.autometrics.problems.ProblemMode;
import dev.autometrics.problems.Problems;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table in {@code docs/fleet.md} has the number of series of a real registry.
 */
class SeriesFormulaTests {

	private static final List<Duration> BUCKETS = Stream
		.of(5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10_000)
		.map(Duration::ofMillis)
		.toList();

	private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

	private final Problems problems = new Problems(ProblemMode.WARN);

	private final LiveFigures figures = new LiveFigures(InstantSource.system());

	@ParameterizedTest
	@MethodSource("rows")
	void tableHasTheSeriesOfARegistry(int functions, int callers, int series) {
		CallRecorder recorder = new CallRecorder(this.figures, System::nanoTime, CallRecorder.Settings.DEFAULT,
				this.problems);
		MicrometerTracker tracker = new MicrometerTracker(this.registry,
				new BuildInfo("shop", "1", "c", "main", new Repository("", "")),
				new TrackerSettings(BUCKETS, Objectives.NONE, new Limits(500, 20, 100_000)), this.problems);
		tracker.publishBuildInfo();
		recorder.open(tracker);
		List<FunctionRecorder> recorders = Stream.iterate(0, (number) -> number + 1)
			.limit(functions)
			.map((number) -> recorder.recorderOf(function("function" + number)))
			.toList();

		// Nobody is one of the callers.
		recorders.forEach((called) -> recorders.subList(0, callers - 1)
			.forEach((caller) -> called.end(caller, called.start(), Result.OK)));

		assertThat(this.registry.scrape().lines().filter((line) -> !line.startsWith("#"))).hasSize(series);
		assertThat(series).isEqualTo(functions * (2 * callers + 19) + 1);
	}

	static Stream<Object[]> rows() throws IOException {
		List<Object[]> rows = Files.readAllLines(Path.of("..", "docs", "fleet.md"))
			.stream()
			.filter((line) -> line.matches("\\| \\d+ \\| \\d+ \\|.*"))
			.map((line) -> Stream.of(line.replaceAll("[, ]", "").split("\\|"))
				.filter((cell) -> !cell.isEmpty())
				.map(Integer::valueOf)
				.limit(3)
				.toArray())
			.toList();
		assertThat(rows).hasSize(6);
		return rows.stream();
	}

	private static InstrumentedFunction function(String name) {
		return new InstrumentedFunction(new FunctionId("shop", name), name + "()", null, true, ResultSettings.DEFAULT,
				Collections.emptySortedSet());
	}

}
