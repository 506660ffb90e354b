package dev.autometrics.rules;

import dev.autometrics.model.ObjectiveRecords;

/**
 * How often rules are evaluated. Counting calls by their recorded rates depends on it, so
 * the interval is part of the file and not left to Prometheus. All are below five
 * minutes, after which Prometheus takes a series for ended.
 */
final class RuleTimes {

	/**
	 * Seconds between two recorded rates.
	 */
	static final int SECONDS_BETWEEN_RATES = 30;

	/**
	 * Recorded rates in an hour.
	 */
	static final int RATES_PER_HOUR = 3600 / SECONDS_BETWEEN_RATES;

	/**
	 * Interval of the rates, of the windows of up to six hours and of the pages.
	 */
	static final String OFTEN = SECONDS_BETWEEN_RATES + "s";

	/**
	 * Interval of the windows of days and of the tickets.
	 */
	static final String SOMETIMES = ObjectiveRecords.SECONDS_BETWEEN_HOURS / 60 + "m";

	/**
	 * Interval of the window of 30 days.
	 */
	static final String SELDOM = "4m";

	private RuleTimes() {
	}

}
