package dev.autometrics.model;

/**
 * Names of the series and of the alerts that the generated rules make of the objectives'
 * metrics. This is the only place where they are spelled.
 *
 * @since 0.1.0
 */
public final class ObjectiveRecords {

	/**
	 * Calls per second over five minutes.
	 */
	public static final String CALLS_5M = "autometrics_slo:calls:rate5m";

	/**
	 * Bad calls per second over five minutes.
	 */
	public static final String BAD_CALLS_5M = "autometrics_slo:bad_calls:rate5m";

	/**
	 * Calls per second over an hour.
	 */
	public static final String CALLS_1H = "autometrics_slo:calls:rate1h";

	/**
	 * Bad calls per second over an hour.
	 */
	public static final String BAD_CALLS_1H = "autometrics_slo:bad_calls:rate1h";

	/**
	 * Seconds between two values of {@link #CALLS_1H}, which overlap.
	 */
	public static final int SECONDS_BETWEEN_HOURS = 120;

	/**
	 * What is left of the error budget of 30 days: 1 all of it, 0 nothing, negative if
	 * more was spent than there was.
	 */
	public static final String BUDGET_REMAINING = "autometrics_slo:error_budget_remaining:ratio30d";

	/**
	 * Alert: the error budget is spent too fast.
	 */
	public static final String BUDGET_BURN_ALERT = "AutometricsErrorBudgetBurn";

	/**
	 * Alert: the histogram has no bucket that ends at the threshold of an objective.
	 */
	public static final String NO_BUCKET_ALERT = "AutometricsSloNoSuchBucket";

	/**
	 * Label of all these series: which target of the objective they tell of.
	 */
	public static final String SLO = "slo";

	/**
	 * Label of all these series where they were recorded under conditions that are more
	 * than the value of a label: these conditions.
	 */
	public static final String SELECTOR = "autometrics_selector";

	/**
	 * Value of {@link #SLO}: calls that fail are bad.
	 */
	public static final String SUCCESS_RATE = "success_rate";

	/**
	 * Value of {@link #SLO}: calls that take longer than the threshold are bad.
	 */
	public static final String LATENCY = "latency";

	private static final String BAD_RATIO = "autometrics_slo:bad_calls:ratio_rate";

	private ObjectiveRecords() {
	}

	/**
	 * Return the name of the share of bad calls in a window.
	 * @param window the length in Prometheus' notation, one of {@code 5m}, {@code 30m},
	 * {@code 1h}, {@code 2h}, {@code 6h}, {@code 1d}, {@code 3d} and {@code 30d}
	 * @return the name
	 */
	public static String badRatio(String window) {
		return BAD_RATIO + window;
	}

}
