package dev.autometrics.autoconfigure;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Classes that a test compiles.
 */
final class CompiledClasses {

	private CompiledClasses() {
	}

	/**
	 * Compile classes of the unnamed package or another one.
	 * @param folder where source and code are put
	 * @param sources the source by the simple name of the class
	 * @return a loader of the classes
	 * @throws IOException if the folder cannot be written
	 */
	static ClassLoader compile(Path folder, Map<String, String> sources) throws IOException {
		List<Path> paths = new ArrayList<>();
		for (Map.Entry<String, String> source : sources.entrySet()) {
			paths.add(Files.writeString(folder.resolve(source.getKey() + ".java"), source.getValue()));
		}
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(paths);
			List<String> options = List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"),
					"-proc:none", "-nowarn");
			assertThat(compiler.getTask(null, files, null, options, null, units).call()).isTrue();
		}
		return new URLClassLoader(new URL[] { folder.toUri().toURL() }, CompiledClasses.class.getClassLoader());
	}

}
