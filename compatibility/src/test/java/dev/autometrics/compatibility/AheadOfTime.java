package dev.autometrics.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.springframework.boot.SpringApplicationAotProcessor;

/**
 * An application processed ahead of time, as Spring Boot's plugins do it: in a JVM of its
 * own, from which source code, resources and classes come.
 */
final class AheadOfTime {

	private final Path sources;

	private final Path resources;

	private final Path classes;

	private AheadOfTime(Path folder) {
		this.sources = folder.resolve("sources");
		this.resources = folder.resolve("resources");
		this.classes = folder.resolve("classes");
	}

	/**
	 * Process an application.
	 * @param folder an empty folder
	 * @param application the class that has its main method
	 * @param arguments the arguments that it is processed with
	 * @return what came out, compiled
	 * @throws IOException if that cannot be stored
	 */
	static AheadOfTime process(Path folder, Class<?> application, String... arguments) throws IOException {
		AheadOfTime outcome = new AheadOfTime(folder);
		List<String> all = new ArrayList<>(List.of(application.getName(), outcome.sources.toString(),
				outcome.resources.toString(), outcome.classes.toString(), "dev.autometrics", "compatibility"));
		all.addAll(List.of(arguments));
		try (ForkedJvm jvm = ForkedJvm.in(folder)
			.start(SpringApplicationAotProcessor.class.getName(), all.toArray(String[]::new))) {
			jvm.awaitEnd();
		}
		outcome.compile();
		return outcome;
	}

	private void compile() throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (Stream<Path> files = Files.walk(this.sources);
				StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
			List<Path> units = files.filter(Files::isRegularFile).toList();
			List<String> options = List.of("--release", "17", "-nowarn", "-proc:none", "-cp",
					ForkedJvm.classPath(this.classes), "-d", this.classes.toString());
			if (!compiler.getTask(null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(units))
				.call()) {
				throw new AssertionError("The generated code does not compile");
			}
		}
	}

	/**
	 * Return what comes first on the class path of the application.
	 * @return folders
	 */
	Path[] output() {
		return new Path[] { this.classes, this.resources };
	}

	/**
	 * Return the hints for a native image.
	 * @return all the JSON there is, in one text without blanks
	 * @throws IOException if it cannot be read
	 */
	String hints() throws IOException {
		try (Stream<Path> files = Files.walk(this.resources)) {
			StringBuilder hints = new StringBuilder();
			for (Path file : files.filter((path) -> path.toString().endsWith(".json")).toList()) {
				hints.append(Files.readString(file).replaceAll("\\s", ""));
			}
			return hints.toString();
		}
	}

}
