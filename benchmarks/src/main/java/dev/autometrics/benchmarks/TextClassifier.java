package dev.autometrics.benchmarks;

import dev.autometrics.Result;
import dev.autometrics.ResultClassifier;
import org.jspecify.annotations.Nullable;

/**
 * A classifier that takes every text for an error, so that it shows who was asked.
 */
class TextClassifier implements ResultClassifier {

	/**
	 * Profile with which an application has this classifier.
	 */
	static final String PROFILE = "classifier";

	@Override
	public @Nullable Result classify(@Nullable Object value, @Nullable Throwable failure) {
		return (value instanceof String) ? Result.ERROR : null;
	}

}
