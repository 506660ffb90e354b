package dev.autometrics.rules;

import java.util.Map;

/**
 * Writes a YAML document line by line. Every text is quoted where it has to be, so that
 * keys, values and comments may be any text.
 */
final class YamlWriter {

	private static final String STEP = "  ";

	private final StringBuilder document = new StringBuilder();

	private String indent = "";

	private boolean startsItem;

	YamlWriter comment(String text) {
		text.lines().forEach((line) -> line(line.isEmpty() ? "#" : "# " + YamlScalar.escape(line)));
		return this;
	}

	YamlWriter blankLine() {
		this.document.append('\n');
		return this;
	}

	YamlWriter entry(String key, String value) {
		return line(YamlScalar.of(key) + ": " + YamlScalar.of(value));
	}

	/**
	 * Write an entry whose value has several lines, as they are where that is possible.
	 * @param key the key
	 * @param value the value
	 * @return this writer
	 */
	YamlWriter block(String key, String value) {
		if (!YamlScalar.isBlock(value)) {
			return entry(key, value);
		}
		line(YamlScalar.of(key) + ": |-");
		YamlScalar.withoutBrokenCharacters(value)
			.lines()
			.forEach((text) -> this.document.append(this.indent).append(STEP).append(text).append('\n'));
		return this;
	}

	YamlWriter map(String key, Map<String, String> entries) {
		if (!entries.isEmpty()) {
			nested(key, () -> entries.forEach(this::entry));
		}
		return this;
	}

	YamlWriter emptyList(String key) {
		return line(YamlScalar.of(key) + ": []");
	}

	YamlWriter nested(String key, Runnable content) {
		line(YamlScalar.of(key) + ":");
		return indented(content);
	}

	/**
	 * Write an item of a list.
	 * @param content what writes its entries, one at least
	 * @return this writer
	 */
	YamlWriter item(Runnable content) {
		this.startsItem = true;
		return indented(content);
	}

	private YamlWriter indented(Runnable content) {
		String outer = this.indent;
		this.indent = outer + STEP;
		content.run();
		this.indent = outer;
		return this;
	}

	private YamlWriter line(String text) {
		String start = this.startsItem ? this.indent.substring(STEP.length()) + "- " : this.indent;
		this.startsItem = false;
		this.document.append(start).append(text).append('\n');
		return this;
	}

	@Override
	public String toString() {
		return this.document.toString();
	}

}
