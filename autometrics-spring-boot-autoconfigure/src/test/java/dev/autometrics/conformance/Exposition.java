package dev.autometrics.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the text format 0.0.4 and OpenMetrics. Strict: a line that is neither a comment
 * nor a sample is refused.
 */
final class Exposition {

	private final String line;

	private int position;

	private Exposition(String line) {
		this.line = line;
	}

	/**
	 * Return the samples of a scrape.
	 * @param text the text of the scrape
	 * @return the samples in their order
	 */
	static Samples samples(String text) {
		List<Sample> samples = new ArrayList<>();
		text.lines()
			.filter((line) -> !line.isBlank() && !line.startsWith("#"))
			.forEach((line) -> samples.add(new Exposition(line).sample()));
		return new Samples(samples);
	}

	/**
	 * Return the types that a scrape declares.
	 * @param text the text of the scrape
	 * @return the types by the names of the metric families
	 */
	static Map<String, String> types(String text) {
		Map<String, String> types = new LinkedHashMap<>();
		text.lines()
			.filter((line) -> line.startsWith("# TYPE "))
			.map((line) -> line.split(" ", 4))
			.forEach((words) -> types.put(words[2], words[3]));
		return types;
	}

	private Sample sample() {
		String name = until("{ ");
		Map<String, String> labels = new LinkedHashMap<>();
		if (current() == '{') {
			this.position++;
			readLabels(labels);
		}
		skipBlanks();
		double value = number(until(" "));
		skipBlanks();
		if (!atEnd() && current() != '#') {
			number(until(" "));
			skipBlanks();
		}
		if (name.isEmpty() || (!atEnd() && current() != '#')) {
			throw unexpected();
		}
		return new Sample(name, labels, value);
	}

	private void readLabels(Map<String, String> labels) {
		skipBlanks();
		while (current() != '}') {
			String label = until("=").trim();
			this.position++;
			skipBlanks();
			if (labels.put(label, quoted()) != null) {
				throw unexpected();
			}
			skipBlanks();
			if (current() == ',') {
				this.position++;
				skipBlanks();
			}
			else if (current() != '}') {
				throw unexpected();
			}
		}
		this.position++;
	}

	private String quoted() {
		StringBuilder value = new StringBuilder();
		if (current() != '"') {
			throw unexpected();
		}
		this.position++;
		while (current() != '"') {
			value.append((current() == '\\') ? escaped() : current());
			this.position++;
		}
		this.position++;
		return value.toString();
	}

	private char escaped() {
		this.position++;
		return switch (current()) {
			case '\\' -> '\\';
			case '"' -> '"';
			case 'n' -> '\n';
			default -> throw unexpected();
		};
	}

	private String until(String ends) {
		int start = this.position;
		while (!atEnd() && ends.indexOf(current()) < 0) {
			this.position++;
		}
		return this.line.substring(start, this.position);
	}

	private void skipBlanks() {
		while (!atEnd() && (current() == ' ' || current() == '\t')) {
			this.position++;
		}
	}

	private boolean atEnd() {
		return this.position >= this.line.length();
	}

	private char current() {
		if (atEnd()) {
			throw unexpected();
		}
		return this.line.charAt(this.position);
	}

	private double number(String text) {
		return switch (text) {
			case "+Inf" -> Double.POSITIVE_INFINITY;
			case "-Inf" -> Double.NEGATIVE_INFINITY;
			default -> Double.parseDouble(text);
		};
	}

	private IllegalArgumentException unexpected() {
		return new IllegalArgumentException("Unexpected at position " + this.position + " of: " + this.line);
	}

}
