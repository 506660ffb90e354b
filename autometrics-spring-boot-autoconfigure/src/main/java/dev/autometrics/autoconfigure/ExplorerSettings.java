package dev.autometrics.autoconfigure;

import java.time.Duration;

import dev.autometrics.autoconfigure.AutometricsProperties.Explorer;
import dev.autometrics.live.CallHistory;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Checks how much of this instance is kept in memory.
 */
final class ExplorerSettings {

	private static final String HISTORY = AutometricsProperties.PREFIX + ".explorer.history";

	private static final String SAMPLE_INTERVAL = AutometricsProperties.PREFIX + ".explorer.sample-interval";

	private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);

	/**
	 * An hour of samples of every five seconds, some 50 KB for each function.
	 */
	private static final int MOST_SAMPLES = 720;

	private ExplorerSettings() {
	}

	static void check(Explorer explorer) {
		Duration history = explorer.history();
		Duration interval = explorer.sampleInterval();
		if (interval.compareTo(SHORTEST_INTERVAL) < 0) {
			throw new InvalidConfigurationPropertyValueException(SAMPLE_INTERVAL, interval,
					"It has to be one second or more, such as '10s'.");
		}
		if (history.isNegative()) {
			throw new InvalidConfigurationPropertyValueException(HISTORY, history,
					"It has to be a duration such as '15m', or '0' for no history.");
		}
		if (!history.isZero() && history.compareTo(interval) < 0) {
			throw new InvalidConfigurationPropertyValueException(HISTORY, history,
					"It has to be as long as '" + SAMPLE_INTERVAL + "' at least, or '0' for no history.");
		}
		if (history.dividedBy(interval) > MOST_SAMPLES) {
			throw new InvalidConfigurationPropertyValueException(HISTORY, history, "That is more than " + MOST_SAMPLES
					+ " samples of every function. Make it shorter, or make '" + SAMPLE_INTERVAL + "' longer.");
		}
	}

	static CallHistory.Settings history(Explorer explorer) {
		return new CallHistory.Settings(explorer.enabled() ? explorer.history() : Duration.ZERO,
				explorer.sampleInterval());
	}

}
