package dev.autometrics.dashboards;

import java.util.stream.Collectors;

/**
 * Text that Grafana shows or sends on as it is.
 * <p>
 * Grafana replaces {@code $name}, {@code ${name}} and {@code [[name]]} nearly everywhere,
 * and has no way to escape them. So names of services and objectives are written without
 * these characters: in a query as escapes of PromQL, in Markdown as references to
 * characters, elsewhere with an invisible character after them.
 */
final class GrafanaText {

	private static final String WORD_JOINER = "\u2060";

	private GrafanaText() {
	}

	/**
	 * Return a value as a string literal of PromQL.
	 * @param value any text
	 * @return the text in double quotes
	 */
	static String promql(String value) {
		return value.codePoints().mapToObj(GrafanaText::promql).collect(Collectors.joining("", "\"", "\""));
	}

	private static String promql(int character) {
		return switch (character) {
			case '"', '\\' -> "\\" + (char) character;
			case '\n' -> "\\n";
			case '$', '[' -> String.format("\\x%02x", character);
			default -> isPlain(character) ? Character.toString(character) : String.format("\\u%04x", character);
		};
	}

	// The patterns of Grafana stop at what ends lines. Half of a surrogate pair is in no
	// label.
	private static boolean isPlain(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
			default -> true;
		};
	}

	/**
	 * Return a text for a title, a tag or a description.
	 * @param value any text
	 * @return what looks like it, on one line
	 */
	static String shown(String value) {
		return value.codePoints()
			.mapToObj((character) -> isPlain(character) ? Character.toString(character) : " ")
			.collect(Collectors.joining())
			.replace("$", "$" + WORD_JOINER)
			.replace("[", "[" + WORD_JOINER);
	}

	/**
	 * Return a text for a line of Markdown.
	 * @param value any text
	 * @return what looks like it
	 */
	static String markdown(String value) {
		return value.codePoints().mapToObj(GrafanaText::markdown).collect(Collectors.joining());
	}

	private static String markdown(int character) {
		if (Character.isLetterOrDigit(character) || " -.,:%".indexOf(character) >= 0) {
			return Character.toString(character);
		}
		return isPlain(character) ? "&#" + character + ";" : " ";
	}

}
