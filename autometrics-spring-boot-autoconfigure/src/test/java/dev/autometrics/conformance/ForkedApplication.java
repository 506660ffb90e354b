package dev.autometrics.conformance;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.autometrics.conformance.app.ConformanceApplication;

/**
 * The application in a JVM of its own, with real environment variables. Its working
 * directory is a folder of the test, and {@code classes} in it comes first on the class
 * path.
 */
final class ForkedApplication {

	private static final Set<String> OF_OTHERS = Set.of("COMMIT_SHA", "BRANCH_NAME", "PROMETHEUS_URL",
			"JAVA_TOOL_OPTIONS");

	private static final long PATIENCE_IN_SECONDS = 120;

	private final Path folder;

	ForkedApplication(Path folder) {
		this.folder = folder;
	}

	/**
	 * Put a file into the working directory.
	 * @param path where, with {@code classes/} in front on the class path
	 * @param lines what is in it
	 * @return this object
	 * @throws IOException if it cannot be written
	 */
	ForkedApplication withFile(String path, String... lines) throws IOException {
		Path file = this.folder.resolve(path);
		Files.createDirectories(file.getParent());
		Files.write(file, List.of(lines));
		return this;
	}

	/**
	 * Run the application for one scrape.
	 * @param variables the environment variables
	 * @return the scrape
	 * @throws IOException if there is no JVM
	 */
	Scrape scrape(Map<String, String> variables) throws IOException {
		Process process = start(variables);
		CompletableFuture<Void> watchdog = CompletableFuture.runAsync(process::destroyForcibly,
				CompletableFuture.delayedExecutor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS));
		try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
			return Scrape.of(port(output), "/actuator/prometheus", Form.TEXT);
		}
		finally {
			process.destroy();
			process.onExit().join();
			watchdog.cancel(false);
		}
	}

	Sample buildInfo(Map<String, String> variables) throws IOException {
		return scrape(variables).named(Samples.BUILD_INFO).only();
	}

	private Process start(Map<String, String> variables) throws IOException {
		Path classes = Files.createDirectories(this.folder.resolve("classes"));
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		String classPath = classes + File.pathSeparator + System.getProperty("java.class.path");
		ProcessBuilder builder = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
				classPath, ConformanceApplication.class.getName(), "--server.address=127.0.0.1", "--server.port=0",
				"--management.endpoints.web.exposure.include=prometheus", "--spring.main.banner-mode=off");
		builder.directory(this.folder.toFile()).redirectErrorStream(true);
		builder.environment().keySet().removeIf(ForkedApplication::isRead);
		builder.environment().putAll(variables);
		return builder.start();
	}

	private static boolean isRead(String variable) {
		return OF_OTHERS.contains(variable) || variable.startsWith("AUTOMETRICS_") || variable.startsWith("OTEL_")
				|| variable.startsWith("SPRING_") || variable.startsWith("MANAGEMENT_")
				|| variable.startsWith("SERVER_");
	}

	private static int port(BufferedReader output) throws IOException {
		List<String> lines = new ArrayList<>();
		for (String line = output.readLine(); line != null; line = output.readLine()) {
			if (line.startsWith(ConformanceApplication.READY)) {
				return Integer.parseInt(line.substring(ConformanceApplication.READY.length()));
			}
			lines.add(line);
		}
		throw new AssertionError("The application did not start:\n" + String.join("\n", lines));
	}

}
