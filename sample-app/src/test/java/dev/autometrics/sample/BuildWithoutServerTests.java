package dev.autometrics.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Starts the shop in a JVM of its own that only writes its files, as a build does it.
 */
class BuildWithoutServerTests {

	@TempDir
	Path folder;

	@Test
	void writesTheFilesAndEndsBeforeTheShopDoesAnything() throws Exception {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), "-Dspring.context.exit=onRefresh",
				"-Dautometrics.export.directory=" + this.folder, ShopApplication.class.getName())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

		assertThat(process.waitFor()).as(output).isZero();
		assertThat(output).contains("are up to date; written: 5").doesNotContain("Started ShopApplication", "port(s)");
		assertThat(contents(this.folder)).isEqualTo(contents(Path.of("autometrics")));
	}

	private static SortedMap<String, List<String>> contents(Path folder) throws IOException {
		SortedMap<String, List<String>> contents = new TreeMap<>();
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				contents.put(folder.relativize(file).toString(), Files.readAllLines(file));
			}
		}
		return contents;
	}

}
