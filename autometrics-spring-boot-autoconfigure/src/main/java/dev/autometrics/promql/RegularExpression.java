package dev.autometrics.promql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What RE2, the regular expressions of Prometheus, takes for an expression. It is another
 * language than that of {@code java.util.regex}: it has neither lookarounds nor
 * references, and a brace may stand for itself. Used once.
 */
final class RegularExpression {

	private static final int MOST_REPETITIONS = 1000;

	private static final Pattern GROUP = Pattern
		.compile("\\(\\?(?:P<\\w+>|(?<flags>[imsU]*(?:-[imsU]+)?)(?<end>[:)]))|\\((?!\\?)");

	private static final Pattern REPETITION = Pattern.compile("\\{(0|[1-9]\\d*)(?:(,)(0|[1-9]\\d*)?)?}");

	private static final Pattern ESCAPE = Pattern
		.compile("\\\\(?:[1-7][0-7]{1,2}|0[0-7]{0,2}|x\\p{XDigit}{2}|x\\{0*(?:\\p{XDigit}{1,5}|10\\p{XDigit}{4})}|"
				+ "[afnrtv]|[\\p{ASCII}&&[^\\p{Alnum}]])");

	private static final Pattern CLASS_ESCAPE = Pattern.compile("\\\\(?:[dswDSW]|[pP](?:\\p{Alpha}|\\{\\^?\\w+}))");

	// Prometheus puts a group around the expression: a quotation without an end would
	// quote the end of the group.
	private static final Pattern PLACE_ESCAPE = Pattern.compile("\\\\(?:[AbBz]|Q(?s:.*?)\\\\E)");

	private static final Pattern NAMED_CLASS = Pattern.compile(
			"\\[:\\^?(?:alnum|alpha|ascii|blank|cntrl|digit|graph|" + "lower|print|punct|space|upper|word|xdigit):]");

	private final String text;

	private final Deque<Integer> groups = new ArrayDeque<>();

	private int position;

	// Whether there is something that can be repeated, and whether it is already.
	private boolean repeatable;

	private boolean repeated;

	private RegularExpression(String text) {
		this.text = text;
	}

	/**
	 * Say what is wrong with an expression.
	 * @param text the text
	 * @return the end of a sentence about it, or {@code null} if nothing is wrong
	 */
	static @Nullable String faultOf(String text) {
		try {
			new RegularExpression(text).read();
			return null;
		}
		catch (IllegalArgumentException ex) {
			return ex.getMessage();
		}
	}

	private void read() {
		while (this.position < this.text.length()) {
			switch (this.text.charAt(this.position)) {
				case '(' -> openGroup();
				case ')' -> closeGroup();
				case '|' -> {
					this.position++;
					this.repeatable = false;
				}
				case '[' -> characterClass();
				case '\\' -> atom(escapeEnd(ESCAPE, CLASS_ESCAPE, PLACE_ESCAPE));
				case '*', '+', '?' -> repeat(this.position + 1);
				case '{' -> brace();
				default -> atom(this.position + 1);
			}
		}
		if (!this.groups.isEmpty()) {
			throw fault("does not close the group that opens", this.groups.peek(), this.text.length());
		}
	}

	private void atom(int end) {
		this.position = end;
		this.repeatable = true;
		this.repeated = false;
	}

	private void openGroup() {
		int start = this.position;
		Matcher group = matcher(GROUP);
		if (!group.lookingAt()) {
			throw fault("has a group that RE2 does not know", start, start + 4);
		}
		this.position = group.end();
		// Flags alone are no group.
		if (!")".equals(group.group("end"))) {
			this.groups.push(start);
			this.repeatable = false;
		}
	}

	private void closeGroup() {
		if (this.groups.poll() == null) {
			throw fault("closes a group that is not open", this.position, this.position + 1);
		}
		atom(this.position + 1);
	}

	private void brace() {
		Matcher repetition = matcher(REPETITION);
		if (!repetition.lookingAt()) {
			atom(this.position + 1);
			return;
		}
		int fewest = count(repetition.group(1));
		int most = (repetition.group(3) != null) ? count(repetition.group(3)) : fewest;
		if (fewest > MOST_REPETITIONS || most > MOST_REPETITIONS || most < fewest) {
			throw fault("has a repetition that RE2 does not take", this.position, repetition.end());
		}
		repeat(repetition.end());
	}

	private static int count(String digits) {
		return (digits.length() > 4) ? Integer.MAX_VALUE : Integer.parseInt(digits);
	}

	private void repeat(int end) {
		if (!this.repeatable || this.repeated) {
			throw fault(this.repeatable ? "repeats a repetition" : "repeats nothing", this.position, end);
		}
		boolean lazy = end < this.text.length() && this.text.charAt(end) == '?';
		this.position = lazy ? end + 1 : end;
		this.repeated = true;
	}

	private void characterClass() {
		int start = this.position;
		this.position += this.text.startsWith("[^", start) ? 2 : 1;
		int first = this.position;
		while (this.position < this.text.length() && (this.position == first || current() != ']')) {
			characters();
		}
		if (this.position >= this.text.length()) {
			throw fault("does not close the class that opens", start, this.text.length());
		}
		atom(this.position + 1);
	}

	private void characters() {
		if (this.text.startsWith("[:", this.position) && this.text.indexOf(":]", this.position + 2) >= 0) {
			Matcher named = matcher(NAMED_CLASS);
			if (!named.lookingAt()) {
				throw fault("has an unknown class", this.position, this.text.indexOf(":]", this.position) + 2);
			}
			this.position = named.end();
			return;
		}
		int start = this.position;
		boolean several = matcher(CLASS_ESCAPE).lookingAt();
		int low = several ? 0 : character();
		if (several) {
			this.position = escapeEnd(CLASS_ESCAPE);
		}
		else if (isRange() && character() < low) {
			throw fault("has a range in the wrong order", start, this.position);
		}
	}

	// Goes over the dash, unless it stands for itself.
	private boolean isRange() {
		boolean range = this.position + 1 < this.text.length() && current() == '-'
				&& this.text.charAt(this.position + 1) != ']';
		this.position += range ? 1 : 0;
		return range;
	}

	private int character() {
		int start = this.position;
		if (current() != '\\') {
			int character = this.text.codePointAt(start);
			this.position += Character.charCount(character);
			return character;
		}
		this.position = escapeEnd(ESCAPE);
		return escaped(this.text.substring(start + 1, this.position));
	}

	private static int escaped(String escape) {
		char kind = escape.charAt(0);
		if (kind == 'x') {
			return Integer.parseInt(escape.replaceAll("[x{}]", ""), 16);
		}
		if (kind >= '0' && kind <= '7') {
			return Integer.parseInt(escape, 8);
		}
		int known = "afnrtv".indexOf(kind);
		return (known >= 0) ? "\u0007\f\n\r\t\u000b".charAt(known) : kind;
	}

	private int escapeEnd(Pattern... escapes) {
		for (Pattern escape : escapes) {
			Matcher matcher = matcher(escape);
			if (matcher.lookingAt()) {
				return matcher.end();
			}
		}
		throw fault("has an escape that RE2 does not know", this.position, this.position + 2);
	}

	private char current() {
		return this.text.charAt(this.position);
	}

	private Matcher matcher(Pattern pattern) {
		return pattern.matcher(this.text).region(this.position, this.text.length());
	}

	private IllegalArgumentException fault(String fault, int start, int end) {
		return new IllegalArgumentException(
				fault + ": '" + this.text.substring(start, Math.min(end, this.text.length())) + "'");
	}

}
