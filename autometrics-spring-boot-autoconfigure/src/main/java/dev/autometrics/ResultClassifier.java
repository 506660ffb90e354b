package dev.autometrics;

import org.jspecify.annotations.Nullable;

/**
 * Decides what counts as an error. Beans of this type are asked in their order about
 * every call for which the annotation of the function has no answer; the first that has
 * one is followed. Without one a throwable is an error and all else is not.
 * <p>
 * A classifier is called on the thread that ends the call and has to be quick and safe
 * for concurrent use. What it throws is logged once, and the next one is asked.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ResultClassifier {

	/**
	 * Classify a call.
	 * @param value what the call returned, or what the future or publisher that it
	 * returned was completed with; {@code null} if it failed, or returned nothing, and
	 * for publishers of several values
	 * @param failure what the call failed with, {@code null} if it did not
	 * @return the result, or {@code null} to leave the decision to others
	 */
	@Nullable Result classify(@Nullable Object value, @Nullable Throwable failure);

}
