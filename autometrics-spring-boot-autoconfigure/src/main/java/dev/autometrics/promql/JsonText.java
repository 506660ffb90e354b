package dev.autometrics.promql;

/**
 * JSON string literals (RFC 8259, section 7).
 *
 * @since 0.1.0
 */
public final class JsonText {

	private static final char LINE_SEPARATOR = '\u2028';

	private static final char PARAGRAPH_SEPARATOR = '\u2029';

	private JsonText() {
	}

	/**
	 * Return a text as a string literal, which may stand in a script of a page, too.
	 * @param value any text
	 * @return the text in double quotes, escaped
	 */
	public static String string(String value) {
		StringBuilder json = new StringBuilder(value.length() + 2).append('"');
		value.codePoints().forEach((character) -> append(json, character));
		return json.append('"').toString();
	}

	private static void append(StringBuilder json, int character) {
		switch (character) {
			case '"', '\\' -> json.append('\\').appendCodePoint(character);
			case '\n' -> json.append("\\n");
			case '\r' -> json.append("\\r");
			case '\t' -> json.append("\\t");
			default -> {
				if (isEscaped(character)) {
					json.append(String.format("\\u%04x", character));
				}
				else {
					json.appendCodePoint(character);
				}
			}
		}
	}

	// Half of a surrogate pair has no UTF-8, "<" can end a script, and the separators end
	// lines of JavaScript.
	private static boolean isEscaped(int character) {
		return character < ' ' || character == '<' || character == LINE_SEPARATOR || character == PARAGRAPH_SEPARATOR
				|| Character.getType(character) == Character.SURROGATE;
	}

}
