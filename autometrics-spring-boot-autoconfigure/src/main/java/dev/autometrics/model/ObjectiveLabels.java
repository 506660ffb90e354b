package dev.autometrics.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.autometrics.Objective;
import dev.autometrics.ObjectiveLatency;

/**
 * Values of the labels of objectives. This is the only place where their form is decided.
 *
 * @since 0.1.0
 */
public final class ObjectiveLabels {

	private static final double LEAST_WITHOUT_EXPONENT = 0.001;

	private static final double NANOS = 1e9;

	private ObjectiveLabels() {
	}

	/**
	 * Return the value of the label {@code objective_percentile} (specification, M24).
	 * @param percentile a share in percent
	 * @return the percentage without trailing zeros, such as {@code 99.9} or {@code 99}
	 */
	public static String percentile(double percentile) {
		return BigDecimal.valueOf(percentile).stripTrailingZeros().toPlainString();
	}

	/**
	 * Return the value of the label {@code objective_latency_threshold}: the text that
	 * the label {@code le} of its bucket has in a scrape (M25, S7). Below a millisecond
	 * it is a plain decimal, where Java's own text would have an exponent.
	 * @param threshold a duration
	 * @return seconds, such as {@code 0.25} or {@code 1.0}
	 */
	public static String threshold(Duration threshold) {
		double seconds = seconds(threshold);
		return (seconds < LEAST_WITHOUT_EXPONENT) ? BigDecimal.valueOf(seconds).stripTrailingZeros().toPlainString()
				: Double.toString(seconds);
	}

	/**
	 * Return what an objective asks for, for people.
	 * @param objective the objective
	 * @return such as {@code 99.9 % of the calls succeed}
	 */
	public static String targets(Objective objective) {
		List<String> targets = new ArrayList<>();
		if (objective.successRate() != null) {
			targets.add(percentile(objective.successRate()) + " % of the calls succeed");
		}
		ObjectiveLatency latency = objective.latency();
		if (latency != null) {
			targets.add(percentile(latency.percentile()) + " % of the calls take at most "
					+ threshold(latency.threshold()) + " s");
		}
		return String.join(", ", targets);
	}

	// Divides once where it can, as the registries do, so that the text is theirs.
	private static double seconds(Duration threshold) {
		long wholeSeconds = threshold.toSeconds();
		return (wholeSeconds < Integer.MAX_VALUE) ? threshold.toNanos() / NANOS : wholeSeconds;
	}

}
