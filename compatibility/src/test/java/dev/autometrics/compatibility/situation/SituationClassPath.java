package dev.autometrics.compatibility.situation;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class path of an application, of what Maven has resolved for this module.
 */
final class SituationClassPath {

	private static final Path RESOLVED = Path.of("target", "class-path.txt");

	private static final String LIBRARY = "autometrics-spring-boot-autoconfigure";

	private SituationClassPath() {
	}

	/**
	 * Return the class path that has some parts, the tests of this module, and nothing
	 * else.
	 * @param parts the parts
	 * @return an argument for a JVM
	 */
	static String of(Set<SituationPart> parts) {
		Stream<String> tests = Stream.of(Path.of("target", "test-classes").toAbsolutePath().toString());
		Stream<String> jars = Arrays.stream(resolved().split(File.pathSeparator))
			.filter((jar) -> parts.stream().anyMatch((part) -> part.has(artifact(jar))));
		return Stream.concat(tests, jars).collect(Collectors.joining(File.pathSeparator));
	}

	private static String resolved() {
		try {
			return Files.readString(RESOLVED).trim();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Maven writes this file before it runs the tests", ex);
		}
	}

	// The library is a folder before it is packaged; Jackson 3 has the names of Jackson
	// 2.
	private static String artifact(String path) {
		if (path.contains(LIBRARY)) {
			return LIBRARY;
		}
		String artifact = Path.of(path).getFileName().toString().replaceFirst("-\\d+\\..*$", "");
		return Path.of(path).toUri().getPath().contains("/tools/jackson/") ? "tools." + artifact : artifact;
	}

}
