package dev.autometrics.promql;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A string literal of PromQL, in double quotes, single quotes or backticks.
 *
 * @param value what it stands for
 * @param end where the text goes on after it
 */
record StringLiteral(String value, int end) {

	private static final String ESCAPED = "abfnrtv\\";

	private static final String UNESCAPED = "\u0007\b\f\n\r\t\u000b\\";

	/**
	 * Read a literal.
	 * @param text a text
	 * @param start where the opening quote is
	 * @return the literal
	 * @throws InvalidLabelMatchersException if it is none
	 */
	static StringLiteral at(String text, int start) {
		char quote = text.charAt(start);
		int end = endOf(text, start, quote);
		String content = text.substring(start + 1, end);
		return new StringLiteral((quote == '`') ? content : new Escapes(content, start + 1, quote).decode(), end + 1);
	}

	private static int endOf(String text, int start, char quote) {
		int position = start + 1;
		while (position < text.length() && text.charAt(position) != quote) {
			char character = text.charAt(position);
			if (character == '\n' && quote != '`') {
				throw new InvalidLabelMatchersException(position + 1, "a value has no line breaks, but \\n");
			}
			position += (character == '\\' && quote != '`') ? 2 : 1;
		}
		if (position >= text.length()) {
			throw new InvalidLabelMatchersException(start + 1, "the closing " + quote + " of the value is missing");
		}
		return position;
	}

	/**
	 * What is between quotes. Escapes stand for bytes of UTF-8 or for characters.
	 */
	private static final class Escapes {

		private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

		private final String content;

		private final int offset;

		private final char quote;

		private int position;

		private Escapes(String content, int offset, char quote) {
			this.content = content;
			this.offset = offset;
			this.quote = quote;
		}

		private String decode() {
			while (this.position < this.content.length()) {
				int character = this.content.codePointAt(this.position);
				if (character == '\\') {
					escape(this.content.charAt(this.position + 1));
				}
				else {
					this.position += Character.charCount(character);
					append(character);
				}
			}
			try {
				return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(this.bytes.toByteArray())).toString();
			}
			catch (CharacterCodingException ex) {
				throw new InvalidLabelMatchersException(this.offset, "the bytes of the value are no UTF-8");
			}
		}

		private void escape(char escape) {
			int known = ESCAPED.indexOf(escape);
			if (known >= 0 || escape == this.quote) {
				this.position += 2;
				append((known >= 0) ? UNESCAPED.charAt(known) : escape);
				return;
			}
			switch (escape) {
				case 'x' -> this.bytes.write(number(2, 2, 16));
				case 'u' -> append(number(2, 4, 16));
				case 'U' -> append(number(2, 8, 16));
				case '0', '1', '2', '3' -> this.bytes.write(number(1, 3, 8));
				default -> throw unknown();
			}
		}

		private int number(int start, int digits, int radix) {
			int from = this.position + start;
			int to = from + digits;
			if (to > this.content.length() || !this.content.substring(from, to)
				.chars()
				.allMatch((digit) -> Character.digit(digit, radix) >= 0)) {
				throw unknown();
			}
			long number = Long.parseLong(this.content.substring(from, to), radix);
			if (number > Character.MAX_CODE_POINT) {
				throw unknown();
			}
			this.position = to;
			return (int) number;
		}

		private void append(int character) {
			this.bytes.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
		}

		private InvalidLabelMatchersException unknown() {
			return new InvalidLabelMatchersException(this.offset + this.position + 1,
					"there is no such escape; a backslash itself is \\\\");
		}

	}

}
