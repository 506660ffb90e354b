package dev.autometrics.model;

import java.util.List;
import java.util.Objects;

/**
 * What a function says of the results of its calls.
 *
 * @param okFor throwables that do not make a call an error
 * @param errorIf expression that makes a call an error that has returned, or empty
 * @since 0.1.0
 */
public record ResultSettings(List<Class<? extends Throwable>> okFor, String errorIf) {

	/**
	 * Nothing is said: what is thrown is an error, all else is not.
	 */
	public static final ResultSettings DEFAULT = new ResultSettings(List.of(), "");

	public ResultSettings {
		okFor = List.copyOf(okFor);
		Objects.requireNonNull(errorIf, "errorIf");
	}

}
