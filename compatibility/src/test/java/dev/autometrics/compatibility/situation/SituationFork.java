package dev.autometrics.compatibility.situation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A JVM with a class path of its own, in which the application runs in all situations
 * that have this class path.
 */
final class SituationFork {

	private static final long PATIENCE_IN_SECONDS = 300;

	private static final List<String> OPTIONS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");

	private SituationFork() {
	}

	static Map<Situation, SituationReport> run(Set<SituationPart> parts, List<Situation> situations) {
		List<String> lines = output(parts, SituationApplication.class, situations.stream().map(Enum::name).toList());
		Map<Situation, SituationReport> reports = new EnumMap<>(Situation.class);
		for (Situation situation : situations) {
			reports.put(situation, new SituationReport(linesOf(situation, lines)));
		}
		return reports;
	}

	/**
	 * Run a program to its end.
	 * @param parts what is on the class path beside the tests
	 * @param program the class that has the main method
	 * @param arguments its arguments
	 * @return the lines that it has printed
	 */
	static List<String> output(Set<SituationPart> parts, Class<?> program, List<String> arguments) {
		try {
			return output(start(parts, program, arguments));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Process start(Set<SituationPart> parts, Class<?> program, List<String> arguments)
			throws IOException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(OPTIONS);
		command.addAll(List.of("-cp", SituationClassPath.of(parts), program.getName()));
		command.addAll(arguments);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().keySet().removeIf(SituationFork::isRead);
		return builder.start();
	}

	private static boolean isRead(String variable) {
		return List
			.of("AUTOMETRICS_", "OTEL_", "SPRING_", "MANAGEMENT_", "SERVER_", "JAVA_TOOL_OPTIONS", "COMMIT_SHA",
					"BRANCH_NAME")
			.stream()
			.anyMatch(variable::startsWith);
	}

	private static List<String> output(Process process) throws IOException {
		CompletableFuture<Void> watchdog = CompletableFuture.runAsync(process::destroyForcibly,
				CompletableFuture.delayedExecutor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS));
		try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
			return reader.lines().toList();
		}
		finally {
			process.destroyForcibly().onExit().join();
			watchdog.cancel(false);
		}
	}

	private static List<String> linesOf(Situation situation, List<String> lines) {
		int start = lines.indexOf(SituationReport.SITUATION + situation.name());
		if (start < 0) {
			return lines;
		}
		List<String> rest = lines.subList(start + 1, lines.size());
		return rest.stream().takeWhile((line) -> !line.startsWith(SituationReport.SITUATION)).toList();
	}

}
