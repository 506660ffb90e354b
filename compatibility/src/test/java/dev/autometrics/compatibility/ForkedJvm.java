package dev.autometrics.compatibility;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A JVM of its own with the class path of the tests. It is ended when it is closed, and
 * in any case after some minutes.
 */
final class ForkedJvm implements AutoCloseable {

	private static final long PATIENCE_IN_SECONDS = 180;

	private final List<String> lines = new ArrayList<>();

	private final Process process;

	private final BufferedReader output;

	private final CompletableFuture<Void> watchdog;

	private ForkedJvm(Process process) {
		this.process = process;
		this.output = process.inputReader(StandardCharsets.UTF_8);
		this.watchdog = CompletableFuture.runAsync(process::destroyForcibly,
				CompletableFuture.delayedExecutor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS));
	}

	static Builder in(Path folder) {
		return new Builder(folder);
	}

	/**
	 * Return the class path of a new JVM.
	 * @param first what comes before the class path of the tests
	 * @return the class path
	 */
	static String classPath(Path... first) {
		return Stream.concat(Stream.of(first).map(Path::toString), Stream.of(System.getProperty("java.class.path")))
			.collect(Collectors.joining(File.pathSeparator));
	}

	/**
	 * Wait for a line of the output.
	 * @param start how it starts
	 * @return the rest of the line
	 * @throws IOException if the output cannot be read
	 */
	String await(String start) throws IOException {
		for (String line = this.output.readLine(); line != null; line = this.output.readLine()) {
			this.lines.add(line);
			if (line.startsWith(start)) {
				return line.substring(start.length());
			}
		}
		throw new AssertionError("There was no line '" + start + "':\n" + String.join("\n", this.lines));
	}

	/**
	 * Wait for the end.
	 * @return everything that was printed
	 * @throws IOException if the output cannot be read
	 */
	String awaitEnd() throws IOException {
		for (String line = this.output.readLine(); line != null; line = this.output.readLine()) {
			this.lines.add(line);
		}
		int status = this.process.onExit().join().exitValue();
		if (status != 0) {
			throw new AssertionError("The JVM ended with " + status + ":\n" + String.join("\n", this.lines));
		}
		return printed();
	}

	String printed() {
		return String.join("\n", this.lines);
	}

	@Override
	public void close() throws IOException {
		this.process.destroy();
		this.process.onExit().join();
		this.watchdog.cancel(false);
		this.output.close();
	}

	private static boolean isRead(String variable) {
		return Stream
			.of("AUTOMETRICS_", "OTEL_", "SPRING_", "MANAGEMENT_", "SERVER_", "COMMIT_SHA", "BRANCH_NAME",
					"PROMETHEUS_URL", "JAVA_TOOL_OPTIONS")
			.anyMatch(variable::startsWith);
	}

	/**
	 * What there is to say of a JVM before it starts.
	 */
	static final class Builder {

		private final List<String> options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));

		private final Path folder;

		private String classPath = classPath();

		private Builder(Path folder) {
			this.folder = folder;
		}

		Builder classPathStartsWith(Path... first) {
			this.classPath = classPath(first);
			return this;
		}

		Builder options(String... more) {
			this.options.addAll(List.of(more));
			return this;
		}

		ForkedJvm start(String mainClass, String... arguments) throws IOException {
			List<String> command = new ArrayList<>();
			command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
			command.addAll(this.options);
			command.addAll(List.of("-cp", this.classPath, mainClass));
			command.addAll(List.of(arguments));
			ProcessBuilder builder = new ProcessBuilder(command).directory(this.folder.toFile())
				.redirectErrorStream(true);
			builder.environment().keySet().removeIf(ForkedJvm::isRead);
			return new ForkedJvm(builder.start());
		}

	}

}
