package dev.autometrics.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * What the flight recorder of the virtual machine has seen a measured call allocate, as
 * Markdown. It tells nothing of time here: it does not see the readings of the clock,
 * which are most of it.
 */
final class ProfileTable {

	private static final double PERCENT = 100;

	private final Map<String, Long> bytes = new TreeMap<>();

	/**
	 * Read recordings.
	 * @param folder where they are, at any depth
	 */
	ProfileTable(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".jfr")).toList()) {
				RecordingFile.readAllEvents(file).forEach(this::add);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The recordings in " + folder + " cannot be read", ex);
		}
	}

	private void add(RecordedEvent event) {
		if (event.getEventType().getName().equals("jdk.ObjectAllocationSample") && event.getStackTrace() != null
				&& isOfCall(event.getStackTrace().getFrames())) {
			this.bytes.merge(event.getClass("objectClass").getName(), event.getLong("weight"), Long::sum);
		}
	}

	// Not of what comes before it, the start of the application among it.
	private static boolean isOfCall(List<RecordedFrame> stack) {
		return stack.stream()
			.anyMatch((frame) -> frame.getMethod().getType().getName().equals(ProfileBenchmarks.class.getName()));
	}

	void print(PrintStream out) {
		out.printf("%nWhat a call allocates, endpoint exposed, one thread%n%n");
		out.println("| class | share of the bytes |");
		out.println("| --- | ---: |");
		long all = this.bytes.values().stream().mapToLong(Long::longValue).sum();
		this.bytes.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() * PERCENT >= all)
			.sorted(Map.Entry.<String, Long>comparingByValue().reversed())
			.forEach((entry) -> out.printf(Locale.ROOT, "| `%s` | %.0f %% |%n", entry.getKey(),
					PERCENT * entry.getValue() / all));
	}

}
