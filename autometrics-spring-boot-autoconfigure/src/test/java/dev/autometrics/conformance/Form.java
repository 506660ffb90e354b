package dev.autometrics.conformance;

/**
 * A form of a scrape that Prometheus asks for.
 */
enum Form {

	/**
	 * The text format.
	 */
	TEXT("text/plain", "0.0.4"),

	/**
	 * OpenMetrics.
	 */
	OPEN_METRICS("application/openmetrics-text", "1.0.0");

	private final String mediaType;

	private final String version;

	Form(String mediaType, String version) {
		this.mediaType = mediaType;
		this.version = version;
	}

	String mediaType() {
		return this.mediaType;
	}

	String version() {
		return this.version;
	}

	String accept() {
		return this.mediaType + ";version=" + this.version;
	}

}
