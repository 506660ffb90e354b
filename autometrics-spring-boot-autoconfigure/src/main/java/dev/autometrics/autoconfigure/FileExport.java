package dev.autometrics.autoconfigure;

import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import dev.autometrics.export.AutometricsFiles;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Writes the files of the application to the folder that a property names, as soon as its
 * functions are known. No server listens and no runner runs yet, so that
 * {@code -Dspring.context.exit=onRefresh} of the Spring Framework ends the application
 * when they are written and before it has done anything.
 */
final class FileExport {

	private static final Log logger = LogFactory.getLog(FileExport.class);

	private static final String PROPERTY = AutometricsProperties.PREFIX + ".export.directory";

	private FileExport() {
	}

	/**
	 * Write the files.
	 * @param directory the folder, as the property has it
	 * @param files the files
	 * @throws InvalidConfigurationPropertyValueException if it cannot be written to
	 */
	static void to(String directory, AutometricsFiles files) {
		try {
			Path folder = Path.of(directory.trim());
			if (folder.toString().isEmpty()) {
				throw refuse(directory, "It is empty.");
			}
			int written = files.writeTo(folder).size();
			logger.info("The files in " + folder.toAbsolutePath() + " are up to date; written: " + written);
		}
		catch (InvalidPathException | UncheckedIOException ex) {
			throw refuse(directory, ex.getMessage() + ".");
		}
	}

	private static InvalidConfigurationPropertyValueException refuse(String directory, String found) {
		return new InvalidConfigurationPropertyValueException(PROPERTY, directory, found
				+ " It has to be a folder that can be written to, such as 'autometrics', which is made if there is none. "
				+ "Remove the property to write no files.");
	}

}
