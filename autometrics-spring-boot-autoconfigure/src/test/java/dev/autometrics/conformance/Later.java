package dev.autometrics.conformance;

/**
 * Ids of the specification, or parts of what they say, that the library does not have
 * yet. Whoever adds one takes it from here and gives it a test.
 */
enum Later {

	M11("M11", false, "The names of the OpenTelemetry API need the OpenTelemetry tracker"),

	M12("M12", false, "No objective can be declared"),

	M13("M13", false, "No objective can be declared"),

	M14("M14", false, "No objective can be declared"),

	M24("M24", false, "No objective can be declared"),

	M25("M25", false, "No objective can be declared"),

	S4("S4", false, "No objective can be declared"),

	S7("S7", false, "No objective can be declared"),

	S8("S8", false, "No objective can be declared"),

	S9("S9", false, "No objective can be declared, no rules are generated"),

	S10("S10", false, "No objective can be declared"),

	S14("S14", false, "No objective can be declared"),

	S15("S15", false, "No objective can be declared"),

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
