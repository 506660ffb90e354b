package dev.autometrics.sample;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.autometrics.Objective;
import dev.autometrics.ObjectiveLatency;
import dev.autometrics.model.ObjectiveLabels;
import dev.autometrics.model.ObjectiveRecords;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a Prometheus has after a month of rules, as far as they read it: their records for
 * as long as their windows are, and the last minutes of the metrics.
 */
final class RuleHistory {

	/**
	 * When the history ends, in seconds since the epoch.
	 */
	static final long NOW = 1_793_491_200;

	static final String SERVICE = "shop";

	private static final int MINUTE = 60;

	private static final int DAY = 24 * 60 * MINUTE;

	private static final int FUNCTIONS_PER_OBJECTIVE = 2;

	private static final List<String> INSTANCES = List.of("one:8080", "two:8080");

	private static final List<String> BOUNDS = List.of("0.005", "0.01", "0.025", "0.05", "0.075", "0.1", "0.25", "0.5",
			"0.75", "1.0", "2.5", "5.0", "7.5", "10.0", "+Inf");

	private static final List<String> WINDOWS = List.of("5m", "30m", "1h", "2h", "6h", "1d", "3d", "30d");

	private final List<Objective> objectives;

	RuleHistory(List<Objective> objectives) {
		this.objectives = objectives;
	}

	/**
	 * Write the history as data of Prometheus.
	 * @param folder an empty folder
	 * @return the folder with the data
	 */
	Path writeTo(Path folder) {
		try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(folder.resolve("history.txt")))) {
			this.objectives.forEach((objective) -> targets(objective).forEach((target) -> writeRecords(out, target)));
			this.objectives.forEach((objective) -> writeMetrics(out, objective));
			out.print("# EOF\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		// One pass over the text for each block, so let there be few.
		Promtool promtool = Promtool.run(folder, "tsdb", "create-blocks-from", "openmetrics",
				"--max-block-duration=768h", "--quiet", "history.txt", "data");
		assertThat(promtool.exitCode()).as(promtool.output()).isZero();
		return folder.resolve("data");
	}

	private static List<String> targets(Objective objective) {
		ObjectiveLatency latency = Objects.requireNonNull(objective.latency());
		return List.of(
				labels(objective.name(), Objects.requireNonNull(objective.successRate()))
						+ ",objective_latency_threshold=\"\",slo=\"success_rate\"",
				labels(objective.name(), latency.percentile()) + threshold(latency) + ",slo=\"latency\"");
	}

	private static String labels(String objective, double percentile) {
		return "service_name=\"" + SERVICE + "\",objective_name=\"" + objective + "\",objective_percentile=\""
				+ ObjectiveLabels.percentile(percentile) + "\"";
	}

	private static String threshold(ObjectiveLatency latency) {
		return ",objective_latency_threshold=\"" + ObjectiveLabels.threshold(latency.threshold()) + "\"";
	}

	private static void writeRecords(PrintWriter out, String target) {
		Stream.of(ObjectiveRecords.CALLS_5M, ObjectiveRecords.BAD_CALLS_5M)
			.forEach((name) -> write(out, name + "{" + target + "}", 3 * DAY, MINUTE / 2));
		Stream.of(ObjectiveRecords.CALLS_1H, ObjectiveRecords.BAD_CALLS_1H)
			.forEach((name) -> write(out, name + "{" + target + "}", 30 * DAY, 2 * MINUTE));
		List<String> others = new ArrayList<>(WINDOWS.stream().map(ObjectiveRecords::badRatio).toList());
		others.add(ObjectiveRecords.BUDGET_REMAINING);
		others.forEach((name) -> write(out, name + "{" + target + "}", 4 * MINUTE, MINUTE / 2));
	}

	private static void writeMetrics(PrintWriter out, Objective objective) {
		ObjectiveLatency latency = Objects.requireNonNull(objective.latency());
		IntStream.range(0, FUNCTIONS_PER_OBJECTIVE)
			.boxed()
			.flatMap((function) -> INSTANCES.stream()
				.map((instance) -> "instance=\"" + instance + "\",function=\"" + objective.name() + function
						+ "\",module=\"com.acme.Shop\","))
			.forEach((function) -> {
				String calls = function + labels(objective.name(), Objects.requireNonNull(objective.successRate()));
				Stream.of("ok", "error")
					.forEach((result) -> write(out, "function_calls_total{" + calls + ",result=\"" + result + "\"}",
							10 * MINUTE, MINUTE));
				String durations = function + labels(objective.name(), latency.percentile()) + threshold(latency);
				write(out, "function_calls_duration_seconds_count{" + durations + "}", 10 * MINUTE, MINUTE);
				BOUNDS.forEach((bound) -> write(out,
						"function_calls_duration_seconds_bucket{" + durations + ",le=\"" + bound + "\"}", 10 * MINUTE,
						MINUTE));
			});
	}

	private static void write(PrintWriter out, String series, int length, int step) {
		for (long time = NOW - length; time <= NOW; time += step) {
			out.print(series);
			out.print(" 1 ");
			out.print(time);
			out.print('\n');
		}
	}

}
