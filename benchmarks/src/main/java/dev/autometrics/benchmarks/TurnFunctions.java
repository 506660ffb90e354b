package dev.autometrics.benchmarks;

/**
 * Five functions that do next to nothing. Beans are of subclasses, so that each has a
 * class of its own.
 */
public class TurnFunctions {

	static final int FUNCTIONS = 5;

	String first(String argument) {
		return argument;
	}

	String second(String argument) {
		return argument;
	}

	String third(String argument) {
		return argument;
	}

	String fourth(String argument) {
		return argument;
	}

	String fifth(String argument) {
		return argument;
	}

}
