package dev.autometrics.explorer;

import java.time.Duration;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * How far figures go back. There are no others than these, so nobody can ask a source for
 * more than it can give.
 *
 * @since 0.1.0
 */
public enum TimeRange {

	/**
	 * A quarter of an hour, what an instance keeps in memory.
	 */
	MINUTES_15("15m", Duration.ofMinutes(15), Duration.ofSeconds(10)),

	/**
	 * An hour.
	 */
	HOUR("1h", Duration.ofHours(1), Duration.ofSeconds(15)),

	/**
	 * Six hours.
	 */
	HOURS_6("6h", Duration.ofHours(6), Duration.ofMinutes(1)),

	/**
	 * A day.
	 */
	DAY("1d", Duration.ofDays(1), Duration.ofMinutes(5)),

	/**
	 * A week.
	 */
	WEEK("7d", Duration.ofDays(7), Duration.ofMinutes(30)),

	/**
	 * 30 days.
	 */
	DAYS_30("30d", Duration.ofDays(30), Duration.ofHours(2));

	private final String text;

	private final Duration length;

	private final Duration step;

	TimeRange(String text, Duration length, Duration step) {
		this.text = text;
		this.length = length;
		this.step = step;
	}

	/**
	 * Return the range with a text.
	 * @param text the text, such as {@code 1h}
	 * @return the range, or {@code null} if there is none
	 */
	public static @Nullable TimeRange of(String text) {
		return Arrays.stream(values()).filter((range) -> range.text.equals(text)).findFirst().orElse(null);
	}

	/**
	 * Return the length in Prometheus' notation.
	 * @return the text, such as {@code 1h}
	 */
	public String text() {
		return this.text;
	}

	/**
	 * Return the length.
	 * @return a positive duration
	 */
	public Duration length() {
		return this.length;
	}

	/**
	 * Return the time between two points.
	 * @return a positive duration
	 */
	public Duration step() {
		return this.step;
	}

}
