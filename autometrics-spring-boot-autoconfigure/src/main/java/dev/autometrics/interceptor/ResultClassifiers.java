package dev.autometrics.interceptor;

import java.util.List;

import dev.autometrics.Result;
import dev.autometrics.ResultClassifier;
import dev.autometrics.instrument.RecordingFailures;
import dev.autometrics.instrument.ResultRule;
import org.jspecify.annotations.Nullable;

/**
 * The classifiers of the application, once its beans exist, as one rule. Safe for
 * concurrent use.
 *
 * @since 0.1.0
 */
public final class ResultClassifiers implements ResultRule {

	private final RecordingFailures failures;

	private volatile ResultClassifier[] classifiers = {};

	/**
	 * Create a rule without classifiers.
	 * @param failures where those end that fail
	 */
	public ResultClassifiers(RecordingFailures failures) {
		this.failures = failures;
	}

	/**
	 * Set the classifiers of the application.
	 * @param ofApplication the classifiers, in their order
	 */
	public void set(List<ResultClassifier> ofApplication) {
		this.classifiers = ofApplication.toArray(ResultClassifier[]::new);
	}

	@Override
	public Result resultOf(@Nullable Object value, @Nullable Throwable failure) {
		for (ResultClassifier classifier : this.classifiers) {
			Result result = ask(classifier, value, failure);
			if (result != null) {
				return result;
			}
		}
		return DEFAULT.resultOf(value, failure);
	}

	private @Nullable Result ask(ResultClassifier classifier, @Nullable Object value, @Nullable Throwable failure) {
		try {
			return classifier.classify(value, failure);
		}
		catch (Throwable ex) {
			this.failures.report("classify a call with", classifier.getClass().getName(), ex);
			return null;
		}
	}

	RecordingFailures failures() {
		return this.failures;
	}

}
