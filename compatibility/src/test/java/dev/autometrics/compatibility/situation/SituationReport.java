package dev.autometrics.compatibility.situation;

import java.util.List;

/**
 * What an application in a JVM of its own has printed.
 *
 * @param lines the lines of its output
 */
record SituationReport(List<String> lines) {

	static final String SITUATION = "@situation ";

	static final String FAILURE = "@failure ";

	static final String SERIES = "@series ";

	static final String JSON = "@json ";

	static final String STATUS = "@status ";

	static final String PAGE = "@page ";

	static final String PORT = "@port ";

	static final String MANAGEMENT_PORT = "@management-port ";

	static final String PROBLEM = "@problem ";

	static final String PROXIES = "@proxies ";

	static final String ADVICE = "@advice";

	static final String LOG = "@log ";

	SituationReport {
		lines = List.copyOf(lines);
	}

	/**
	 * Return what is behind all marks of one kind.
	 * @param mark the mark
	 * @return the rests of the lines
	 */
	List<String> all(String mark) {
		return this.lines.stream()
			.filter((line) -> line.startsWith(mark))
			.map((line) -> line.substring(mark.length()))
			.toList();
	}

	String one(String mark) {
		List<String> all = all(mark);
		if (all.size() != 1) {
			throw new AssertionError("Not one line that starts with " + mark + ":\n" + this);
		}
		return all.get(0);
	}

	@Override
	public String toString() {
		return String.join("\n", this.lines);
	}

}
