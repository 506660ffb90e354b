package dev.autometrics.autoconfigure;

/**
 * Thrown when the application runs on a Spring Boot that the library does not support.
 */
final class UnsupportedSpringBootVersionException extends RuntimeException {

	private final String version;

	UnsupportedSpringBootVersionException(String version) {
		super("Autometrics supports Spring Boot 3.5, 4.0, 4.1 and newer, and this is Spring Boot " + version);
		this.version = version;
	}

	/**
	 * Return what was found.
	 * @return the version of Spring Boot
	 */
	String version() {
		return this.version;
	}

}
