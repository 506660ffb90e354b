package dev.autometrics.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.autometrics.dashboards.Dashboards;
import dev.autometrics.rules.RuleFile;

/**
 * The files of one application: {@code rules.yml} for Prometheus,
 * {@code dashboards/NAME.json} for Grafana and {@code functions.md} for people. A test or
 * a build writes them to a folder that is kept under version control.
 * <p>
 * They are the same for the same functions, objectives and settings. They need no server,
 * neither that of the application nor a Prometheus.
 *
 * @since 0.1.0
 */
public final class AutometricsFiles {

	private final RuleFile rules;

	private final Dashboards dashboards;

	private final FunctionPage functions;

	/**
	 * Create the files of an application.
	 * @param rules the rules for its objectives
	 * @param dashboards its dashboards
	 * @param functions the page about its functions
	 */
	public AutometricsFiles(RuleFile rules, Dashboards dashboards, FunctionPage functions) {
		this.rules = Objects.requireNonNull(rules, "rules");
		this.dashboards = Objects.requireNonNull(dashboards, "dashboards");
		this.functions = Objects.requireNonNull(functions, "functions");
	}

	/**
	 * Write the files that are missing or differ. All other files of the folder stay as
	 * they are, and nothing is ever deleted.
	 * @param folder the folder, which is created if there is none
	 * @return the files that were written, none if all were up to date
	 * @throws UncheckedIOException if a file cannot be read or written
	 */
	public List<Path> writeTo(Path folder) {
		SortedMap<Path, byte[]> outdated = find(folder);
		outdated.forEach(AutometricsFiles::write);
		return List.copyOf(outdated.keySet());
	}

	/**
	 * Return the files that {@link #writeTo} would write, and write nothing.
	 * @param folder the folder, which need not exist
	 * @return the files that are missing or differ, none if all are up to date
	 * @throws UncheckedIOException if a file cannot be read
	 */
	public List<Path> outdatedIn(Path folder) {
		return List.copyOf(find(folder).keySet());
	}

	private SortedMap<Path, byte[]> find(Path folder) {
		return contents().entrySet()
			.stream()
			.filter((file) -> differs(folder.resolve(file.getKey()), file.getValue()))
			.collect(Collectors.toMap((file) -> folder.resolve(file.getKey()), Map.Entry::getValue, (one, two) -> one,
					TreeMap::new));
	}

	private Map<String, byte[]> contents() {
		Map<String, byte[]> contents = new TreeMap<>();
		contents.put("rules.yml", utf8(this.rules.toYaml()));
		this.dashboards.names()
			.forEach((name) -> contents.put("dashboards/" + name + ".json", utf8(this.dashboards.json(name))));
		contents.put("functions.md", utf8(this.functions.toMarkdown()));
		return contents;
	}

	// Half of a surrogate pair becomes a question mark, where Files.writeString would
	// fail.
	private static byte[] utf8(String content) {
		return content.getBytes(StandardCharsets.UTF_8);
	}

	private static boolean differs(Path file, byte[] content) {
		try {
			return !Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void write(Path file, byte[] content) {
		try {
			Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
			Files.write(file, content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
