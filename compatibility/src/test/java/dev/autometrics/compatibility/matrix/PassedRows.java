package dev.autometrics.compatibility.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Writes down which rows of the matrix have passed. The tests run in several processes,
 * so there is a file for each row. It holds what tells this build from earlier ones.
 */
final class PassedRows implements TestWatcher {

	private static final Path FOLDER = Path.of("target", "compatibility-rows");

	private static final String BUILD = System.getProperty("autometrics.compatibility.build", "");

	@Override
	public void testSuccessful(ExtensionContext context) {
		try {
			Files.createDirectories(FOLDER);
			Files.writeString(FOLDER.resolve(rowOf(context).name()), BUILD);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void testFailed(ExtensionContext context, Throwable cause) {
		try {
			Files.deleteIfExists(FOLDER.resolve(rowOf(context).name()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Row rowOf(ExtensionContext context) {
		return context.getRequiredTestMethod().getAnnotation(Covers.class).value();
	}

	/**
	 * Return the rows whose test has passed in this build of this module.
	 * @return the rows
	 * @throws IOException if they cannot be read
	 */
	static Set<Row> inThisBuild() throws IOException {
		Set<Row> passed = EnumSet.noneOf(Row.class);
		for (Row row : Row.values()) {
			Path file = FOLDER.resolve(row.name());
			if (Files.exists(file) && Files.readString(file).equals(BUILD)) {
				passed.add(row);
			}
		}
		return passed;
	}

}
