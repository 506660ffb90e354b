package dev.autometrics;

import java.util.List;
import java.util.Objects;

/**
 * What {@link Autometrics} would say of a function that has no method to annotate.
 *
 * @param objective the name of the objective, empty for none
 * @param trackConcurrency whether the calls under way are published
 * @param okFor throwables that do not make a call an error
 * @since 0.1.0
 */
public record FunctionOptions(String objective, boolean trackConcurrency, List<Class<? extends Throwable>> okFor) {

	/**
	 * No objective, no gauge, every throwable is an error.
	 */
	public static final FunctionOptions DEFAULT = new FunctionOptions("", false, List.of());

	public FunctionOptions {
		Objects.requireNonNull(objective, "objective");
		okFor = List.copyOf(okFor);
	}

	/**
	 * Return these options with an objective.
	 * @param name the name of the objective
	 * @return a copy
	 */
	public FunctionOptions withObjective(String name) {
		return new FunctionOptions(name, this.trackConcurrency, this.okFor);
	}

	/**
	 * Return these options with a gauge of the calls under way.
	 * @return a copy
	 */
	public FunctionOptions withConcurrency() {
		return new FunctionOptions(this.objective, true, this.okFor);
	}

	/**
	 * Return these options with throwables that do not make a call an error.
	 * @param types the types, which replace those so far
	 * @return a copy
	 */
	public FunctionOptions withOkFor(List<Class<? extends Throwable>> types) {
		return new FunctionOptions(this.objective, this.trackConcurrency, types);
	}

}
