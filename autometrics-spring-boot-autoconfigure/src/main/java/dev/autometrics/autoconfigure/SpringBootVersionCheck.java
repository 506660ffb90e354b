package dev.autometrics.autoconfigure;

import org.jspecify.annotations.Nullable;

/**
 * Tells which lines of Spring Boot are supported. Uses nothing that an older line lacks.
 */
final class SpringBootVersionCheck {

	private static final int OLDEST_MAJOR = 3;

	private static final int OLDEST_MINOR = 5;

	private SpringBootVersionCheck() {
	}

	/**
	 * Fail unless a version is supported.
	 * @param version the version, or {@code null} if it is not known, which is let pass
	 * @throws UnsupportedSpringBootVersionException if it is too old
	 */
	static void check(@Nullable String version) {
		if (version != null && isTooOld(version.split("[.-]", 3))) {
			throw new UnsupportedSpringBootVersionException(version);
		}
	}

	private static boolean isTooOld(String[] parts) {
		int major = number(parts, 0);
		return major < OLDEST_MAJOR || (major == OLDEST_MAJOR && number(parts, 1) < OLDEST_MINOR);
	}

	// What is no number is a version that nobody has thought of yet.
	private static int number(String[] parts, int index) {
		try {
			return Integer.parseInt(parts[index]);
		}
		catch (ArrayIndexOutOfBoundsException | NumberFormatException ex) {
			return Integer.MAX_VALUE;
		}
	}

}
