package dev.autometrics.rules;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * YAML scalars that every reader takes for the very same text, be it one of YAML 1.1 or
 * of 1.2. What no reader could misunderstand is written plainly.
 */
final class YamlScalar {

	private static final Pattern PLAIN = Pattern.compile("[A-Za-z](?:[A-Za-z0-9_:]*[A-Za-z0-9_])?|[0-9]+[smhd]");

	private static final Set<String> WORDS_THAT_ARE_NO_TEXT = Set.of("null", "true", "false", "yes", "no", "on", "off",
			"y", "n", "inf", "nan");

	private YamlScalar() {
	}

	static String of(String text) {
		String whole = withoutBrokenCharacters(text);
		if (PLAIN.matcher(whole).matches() && !WORDS_THAT_ARE_NO_TEXT.contains(whole.toLowerCase(Locale.ROOT))) {
			return whole;
		}
		if (isPrintable(whole) && (whole.contains("\"") || whole.contains("\\"))) {
			return "'" + whole.replace("'", "''") + "'";
		}
		return "\"" + escape(whole.replace("\\", "\\\\").replace("\"", "\\\"")) + "\"";
	}

	/**
	 * Return the text with escapes in the place of what cannot be seen or would end the
	 * line.
	 * @param text any text
	 * @return printable text of one line
	 */
	static String escape(String text) {
		StringBuilder escaped = new StringBuilder(text.length());
		withoutBrokenCharacters(text).codePoints().forEach((character) -> {
			if (isPrintable(character)) {
				escaped.appendCodePoint(character);
			}
			else if (character == '\n') {
				escaped.append("\\n");
			}
			else {
				escaped.append(String.format(Locale.ROOT, (character > 0xFFFF) ? "\\U%08x" : "\\u%04x", character));
			}
		});
		return escaped.toString();
	}

	/**
	 * Return whether the text can stand in a block of lines as it is.
	 * @param text any text
	 * @return {@code true} if no character but line feeds needs an escape, and no space
	 * is at the start or at the end
	 */
	static boolean isBlock(String text) {
		return !text.isBlank() && text.equals(text.strip())
				&& isPrintable(withoutBrokenCharacters(text).replace("\n", ""));
	}

	// Half of a surrogate pair cannot be written in UTF-8. The writers of the metrics
	// put a question mark in its place, and so it is matched.
	static String withoutBrokenCharacters(String text) {
		StringBuilder whole = new StringBuilder(text.length());
		text.codePoints()
			.forEach((character) -> whole
				.appendCodePoint((Character.getType(character) == Character.SURROGATE) ? '?' : character));
		return whole.toString();
	}

	private static boolean isPrintable(String text) {
		return text.codePoints().allMatch(YamlScalar::isPrintable);
	}

	// A format character is one that cannot be seen, such as those that turn the
	// direction of what follows.
	private static boolean isPrintable(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE ->
				false;
			default -> true;
		};
	}

}
