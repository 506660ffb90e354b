package dev.autometrics.promql;

/**
 * JSON string literals (RFC 8259, section 7).
 */
final class JsonText {

	private JsonText() {
	}

	static String string(String value) {
		StringBuilder json = new StringBuilder(value.length() + 2).append('"');
		value.chars().forEach((character) -> append(json, (char) character));
		return json.append('"').toString();
	}

	private static void append(StringBuilder json, char character) {
		switch (character) {
			case '"', '\\' -> json.append('\\').append(character);
			case '\n' -> json.append("\\n");
			case '\r' -> json.append("\\r");
			case '\t' -> json.append("\\t");
			default -> {
				if (character < ' ') {
					json.append(String.format("\\u%04x", (int) character));
				}
				else {
					json.append(character);
				}
			}
		}
	}

}
