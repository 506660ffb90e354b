package dev.autometrics.sample;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A program of Prometheus: the server, or its companion promtool.
 *
 * @param name its path, or its name on the {@code PATH}
 */
record PrometheusBinary(String name) {

	/**
	 * Return the program that the system property {@code autometrics.prometheus.binary}
	 * names.
	 * @return the program, installed or not
	 */
	static PrometheusBinary configured() {
		return new PrometheusBinary(System.getProperty("autometrics.prometheus.binary", "prometheus"));
	}

	/**
	 * Return another program of the same place.
	 * @param program its name
	 * @return the program, installed or not
	 */
	PrometheusBinary beside(String program) {
		return new PrometheusBinary(this.name.substring(0, this.name.lastIndexOf(File.separator) + 1) + program);
	}

	/**
	 * Return the promtool beside the configured server.
	 * @return the program, installed or not
	 */
	static PrometheusBinary promtool() {
		return configured().beside("promtool");
	}

	/**
	 * Return the Pushgateway, which need not be where the configured server is, by the
	 * name that Debian gives it.
	 * @return the program, installed or not
	 */
	static PrometheusBinary pushgateway() {
		return new PrometheusBinary("prometheus-pushgateway");
	}

	/**
	 * Look for the program.
	 * @return its path, or {@code null} if it is not installed
	 */
	@Nullable Path find() {
		return candidates().filter(Files::isRegularFile).filter(Files::isExecutable).findFirst().orElse(null);
	}

	private Stream<Path> candidates() {
		if (this.name.contains(File.separator)) {
			return Stream.of(Path.of(this.name));
		}
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.map((folder) -> Path.of(folder, this.name));
	}

}
