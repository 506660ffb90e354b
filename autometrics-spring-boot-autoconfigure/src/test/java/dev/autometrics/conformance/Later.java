package dev.autometrics.conformance;

/**
 * Ids of the specification, or parts of what they say, that the library does not have
 * yet. Whoever adds one takes it from here and gives it a test.
 */
enum Later {

	M11("M11", false, "The names of the OpenTelemetry API need the OpenTelemetry tracker"),

	UNIT_ON_OTLP("M5", true, "The unit s on OTLP needs the OpenTelemetry tracker"),

	OTLP("S3", true, "OTLP needs the OpenTelemetry tracker"),

	OLDER_FORM("", true, "The form of release 0.5 cannot be chosen");

	private final String id;

	private final boolean part;

	private final String reason;

	Later(String id, boolean part, String reason) {
		this.id = id;
		this.part = part;
		this.reason = reason;
	}

	/**
	 * Return the id in the specification.
	 * @return the id, empty for what has none
	 */
	String id() {
		return this.id;
	}

	/**
	 * Return whether the rest of what the id says is tested already.
	 * @return {@code true} for a part
	 */
	boolean isPart() {
		return this.part;
	}

	String reason() {
		return this.reason;
	}

}
