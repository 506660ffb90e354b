package dev.autometrics.benchmarks;

import java.nio.file.Path;
import java.util.List;

/**
 * How long and how often is measured.
 *
 * @param complete whether the times are meant to be read
 * @param forks how many times each benchmark gets a fresh virtual machine
 * @param warmups iterations of a fork before those that count
 * @param iterations iterations of a fork that count
 * @param millis length of an iteration, in milliseconds
 * @param result file for the results in JMH's format
 * @param suites what is measured
 */
record Settings(boolean complete, int forks, int warmups, int iterations, long millis, Path result,
		List<Suite> suites) {

	static final String USAGE = "Usage: java -jar benchmarks.jar [--short] [--forks=<number>] " + "[--suite="
			+ Suite.names() + "] [--result=<file>]";

	private static final Settings FULL = new Settings(true, 5, 4, 5, 500, Path.of("benchmarks-result.json"),
			List.of(Suite.values()));

	private static final Settings SHORT = new Settings(false, 1, 1, 1, 100, FULL.result, FULL.suites);

	/**
	 * Return the settings that a command line asks for.
	 * @param arguments the arguments of the command line
	 * @return the settings
	 * @throws IllegalArgumentException if an argument is not understood
	 */
	static Settings parse(String... arguments) {
		Settings settings = FULL;
		for (String argument : arguments) {
			settings = settings.with(argument);
		}
		return settings;
	}

	private Settings with(String argument) {
		String value = argument.substring(argument.indexOf('=') + 1);
		if (argument.equals("--short")) {
			return new Settings(SHORT.complete, SHORT.forks, SHORT.warmups, SHORT.iterations, SHORT.millis, this.result,
					this.suites);
		}
		if (argument.matches("--forks=[1-9][0-9]?")) {
			return new Settings(this.complete, Integer.parseInt(value), this.warmups, this.iterations, this.millis,
					this.result, this.suites);
		}
		if (argument.matches("--suite=(" + Suite.names() + ")")) {
			return new Settings(this.complete, this.forks, this.warmups, this.iterations, this.millis, this.result,
					List.of(Suite.of(value)));
		}
		if (argument.startsWith("--result=")) {
			return new Settings(this.complete, this.forks, this.warmups, this.iterations, this.millis, Path.of(value),
					this.suites);
		}
		throw new IllegalArgumentException("'" + argument + "' is not understood. " + USAGE);
	}

}
