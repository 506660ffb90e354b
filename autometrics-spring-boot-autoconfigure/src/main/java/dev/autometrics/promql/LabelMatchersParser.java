package dev.autometrics.promql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.autometrics.promql.LabelMatcher.Operator;

/**
 * Reads conditions on labels as PromQL writes them. Used once.
 */
final class LabelMatchersParser {

	private static final char END = '\uffff';

	private final String text;

	private int position;

	LabelMatchersParser(String text) {
		this.text = text;
	}

	LabelMatchers parse() {
		boolean braces = take('{');
		List<LabelMatcher> matchers = new ArrayList<>();
		boolean more = true;
		while (more && isName(next())) {
			int start = this.position;
			matchers.add(matcher());
			requirePossible(matchers, start);
			more = take(',');
		}
		String expected = more ? "the name of a label" : "a comma";
		if (braces && !take('}')) {
			throw unexpected(expected + " or the closing brace");
		}
		next();
		if (this.position < this.text.length()) {
			throw unexpected(braces ? "nothing after the brace" : expected);
		}
		return new LabelMatchers(matchers);
	}

	private LabelMatcher matcher() {
		int start = this.position;
		String name = name();
		try {
			LabelMatcher.requireFree(name);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidLabelMatchersException(start + 1, ex);
		}
		Operator operator = operator();
		next();
		int valueStart = this.position;
		StringLiteral value = value();
		this.position = value.end();
		try {
			return new LabelMatcher(name, operator, value.value());
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidLabelMatchersException(valueStart + 1, ex);
		}
	}

	private String name() {
		int start = this.position;
		while (isName(character())) {
			this.position++;
		}
		return this.text.substring(start, this.position);
	}

	// Longest first: "=" is the start of "=~".
	private Operator operator() {
		next();
		Operator operator = Stream.of(Operator.MATCHES, Operator.MATCHES_NOT, Operator.NOT_EQUAL, Operator.EQUAL)
			.filter((candidate) -> this.text.startsWith(candidate.toString(), this.position))
			.findFirst()
			.orElseThrow(() -> unexpected("one of the operators = != =~ !~"));
		this.position += operator.toString().length();
		return operator;
	}

	private StringLiteral value() {
		if ("\"'`".indexOf(character()) < 0) {
			throw unexpected("a value in quotes");
		}
		return StringLiteral.at(this.text, this.position);
	}

	private static void requirePossible(List<LabelMatcher> matchers, int position) {
		try {
			new LabelMatchers(matchers);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidLabelMatchersException(position + 1, ex);
		}
	}

	private boolean take(char expected) {
		if (next() != expected) {
			return false;
		}
		this.position++;
		return true;
	}

	private char next() {
		while (Character.isWhitespace(character())) {
			this.position++;
		}
		return character();
	}

	private char character() {
		return (this.position < this.text.length()) ? this.text.charAt(this.position) : END;
	}

	// A digit at the start is refused as a name, not as a character.
	private static boolean isName(char character) {
		return character == '_' || (character >= '0' && character <= '9') || (character >= 'a' && character <= 'z')
				|| (character >= 'A' && character <= 'Z');
	}

	private InvalidLabelMatchersException unexpected(String expected) {
		String found = (this.position < this.text.length())
				? "'" + Character.toString(this.text.codePointAt(this.position)) + "' was found" : "the text ends";
		return new InvalidLabelMatchersException(this.position + 1, expected + " is expected, but " + found);
	}

}
