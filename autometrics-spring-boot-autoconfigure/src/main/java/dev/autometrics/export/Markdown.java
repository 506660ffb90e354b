package dev.autometrics.export;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes Markdown, so that every text is shown as it is: nothing of it becomes markup, a
 * formula, a link or a template.
 */
final class Markdown {

	private static final int SHORTEST_FENCE = 3;

	private static final Pattern BACKTICKS = Pattern.compile("`+");

	private final StringBuilder text = new StringBuilder();

	Markdown heading(int level, String markdown) {
		return block("#".repeat(level) + " " + markdown);
	}

	Markdown paragraph(String markdown) {
		return block(markdown);
	}

	// The fence is longer than any of the text.
	Markdown fenced(String language, String content) {
		String fence = "`".repeat(Math.max(SHORTEST_FENCE, longestBackticks(content) + 1));
		return block(fence + language + "\n" + content + "\n" + fence);
	}

	private Markdown block(String markdown) {
		if (!this.text.isEmpty()) {
			this.text.append('\n');
		}
		this.text.append(markdown).append('\n');
		return this;
	}

	/**
	 * Return a name within a line.
	 * @param name any text
	 * @return a code span, or an element of HTML where no code span can hold the name
	 */
	static String name(String name) {
		return isPlain(name) ? span(name)
				: "<code>" + name.codePoints().mapToObj(Markdown::reference).collect(Collectors.joining()) + "</code>";
	}

	private static String span(String name) {
		int longest = longestBackticks(name);
		String fence = "`".repeat(longest + 1);
		return (longest > 0) ? fence + " " + name + " " + fence : fence + name + fence;
	}

	// A code span turns line breaks into spaces and loses spaces at its ends.
	private static boolean isPlain(String name) {
		return !name.isBlank() && name.equals(name.strip()) && !name.contains("{{") && !name.contains("{%")
				&& name.codePoints().noneMatch(Markdown::isInvisible);
	}

	private static boolean isInvisible(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.SURROGATE ->
				true;
			default -> false;
		};
	}

	// Markdown knows no reference to the character 0, nor to half of a pair.
	private static String reference(int character) {
		return (Character.isLetterOrDigit(character) || character == 0
				|| Character.getType(character) == Character.SURROGATE) ? Character.toString(character)
						: "&#" + character + ";";
	}

	private static int longestBackticks(String content) {
		return BACKTICKS.matcher(content).results().map(MatchResult::group).mapToInt(String::length).max().orElse(0);
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}
