package dev.autometrics;

import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A service level objective (SLO): what share of the calls of certain functions has to
 * succeed, or has to be quick, or both. A function says by its name that it belongs to
 * one: {@code @Autometrics(objective = "api")}.
 *
 * @param name the name, not blank
 * @param successRate the share of calls that succeed in percent, between 0 and 100, or
 * {@code null} for no such target
 * @param latency the share of calls that are quick, or {@code null} for no such target
 * @since 0.1.0
 * @see ObjectivePercentile
 */
public record Objective(String name, @Nullable Double successRate, @Nullable ObjectiveLatency latency) {

	private static final Pattern SPECIFIED_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_ -]*");

	public Objective {
		if (Objects.requireNonNull(name, "name").isBlank()) {
			throw new IllegalArgumentException("The name of an objective must not be blank, but is '" + name + "'");
		}
		if (successRate == null && latency == null) {
			throw new IllegalArgumentException("The objective '" + name + "' has neither a success rate nor a latency");
		}
		if (successRate != null) {
			ObjectivePercentile.require(successRate, "success rate of objective '" + name + "'");
		}
	}

	/**
	 * Return an objective for the share of calls that succeed.
	 * @param name the name
	 * @param percentile the share in percent, such as {@link ObjectivePercentile#P99_9}
	 * @return an objective without a latency target
	 */
	public static Objective ofSuccessRate(String name, double percentile) {
		return new Objective(name, percentile, null);
	}

	/**
	 * Return an objective for the share of calls that are quick.
	 * @param name the name
	 * @param threshold the longest duration of a good call, such as
	 * {@link ObjectiveLatency#MS_250}
	 * @param percentile the share in percent, such as {@link ObjectivePercentile#P99}
	 * @return an objective without a success target
	 */
	public static Objective ofLatency(String name, Duration threshold, double percentile) {
		return new Objective(name, null, new ObjectiveLatency(threshold, percentile));
	}

	/**
	 * Return this objective with a target for the share of calls that succeed.
	 * @param percentile the share in percent
	 * @return a copy
	 */
	public Objective withSuccessRate(double percentile) {
		return new Objective(this.name, percentile, this.latency);
	}

	/**
	 * Return this objective with a target for the share of calls that are quick.
	 * @param threshold the longest duration of a good call
	 * @param percentile the share in percent
	 * @return a copy
	 */
	public Objective withLatency(Duration threshold, double percentile) {
		return new Objective(this.name, this.successRate, new ObjectiveLatency(threshold, percentile));
	}

	/**
	 * Return whether the name keeps to the characters of the specification: ASCII
	 * letters, digits, {@code _}, {@code -} and spaces, with a letter or a digit first.
	 * Tools other than this library may not cope with others (S14, S15).
	 * @return {@code true} if every tool understands the name
	 */
	public boolean hasSpecifiedName() {
		return SPECIFIED_NAME.matcher(this.name).matches();
	}

}
