package dev.autometrics.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Runs promtool.
 *
 * @param exitCode what it ended with, 0 if it has nothing to say against its input
 * @param output what it printed
 */
record Promtool(int exitCode, String output) {

	/**
	 * Run promtool to its end.
	 * @param folder the folder that it runs in
	 * @param arguments its arguments
	 * @return how it ended
	 */
	static Promtool run(Path folder, String... arguments) {
		List<String> command = new ArrayList<>();
		command.add(Objects.requireNonNull(PrometheusBinary.promtool().find(), "promtool is not installed").toString());
		command.addAll(List.of(arguments));
		try {
			Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return new Promtool(process.waitFor(), output);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
