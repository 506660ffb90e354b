package dev.autometrics.compatibility.situation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/**
 * The situations in which an application has run, written down for the tests of another
 * process. What they expect of it is a test of its own, without which no build passes.
 */
public final class PassedSituations {

	private static final Path FOLDER = Path.of("target", "compatibility-situations");

	private static final String BUILD = System.getProperty("autometrics.compatibility.build", "");

	private PassedSituations() {
	}

	static void add(Situation situation) {
		try {
			Files.createDirectories(FOLDER);
			Files.writeString(FOLDER.resolve(situation.name()), BUILD);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return the situations of this build of this module.
	 * @return the situations
	 * @throws IOException if they cannot be read
	 */
	public static Set<Situation> inThisBuild() throws IOException {
		Set<Situation> passed = EnumSet.noneOf(Situation.class);
		for (Situation situation : Situation.values()) {
			Path file = FOLDER.resolve(situation.name());
			if (Files.exists(file) && Files.readString(file).equals(BUILD)) {
				passed.add(situation);
			}
		}
		return passed;
	}

}
