package dev.autometrics.interceptor;

import java.lang.reflect.Method;
import java.util.List;

import dev.autometrics.ResultClassifier;
import dev.autometrics.instrument.CallRecorder;
import dev.autometrics.instrument.RecordingFailures;
import dev.autometrics.model.InstrumentedFunction;

/**
 * Brings together what a function needs to be measured: its recorder, the adapter of its
 * return type, the rules for its results. Safe for concurrent use.
 *
 * @since 0.1.0
 */
public final class MeasuredMethods {

	private final CallRecorder recorder;

	private final CompletionAdapters adapters;

	private final ResultClassifiers classifiers;

	private final RecordingFailures failures;

	/**
	 * Create the methods of an application.
	 * @param recorder what records calls
	 * @param adapters what tells the end of calls that end later
	 * @param classifiers what tells errors
	 */
	public MeasuredMethods(CallRecorder recorder, CompletionAdapters adapters, ResultClassifiers classifiers) {
		this.recorder = recorder;
		this.adapters = adapters;
		this.classifiers = classifiers;
		this.failures = classifiers.failures();
	}

	MeasuredMethod of(InstrumentedFunction function, Method method, Class<?> returnType) {
		return new MeasuredMethod(this.recorder.recorderOf(function),
				new FunctionResults(method, function.results(), this.classifiers), returnType,
				this.adapters.adapterOf(method, returnType), this.failures);
	}

	/**
	 * Add what the application brings along. From now on what is found stays as it is.
	 * @param adapters its adapters, in their order
	 * @param classifiers its classifiers, in their order
	 */
	public void extend(List<CompletionAdapter> adapters, List<ResultClassifier> classifiers) {
		this.adapters.add(adapters);
		this.classifiers.set(classifiers);
	}

	RecordingFailures failures() {
		return this.failures;
	}

	/**
	 * Return whether what is found now stays as it is: before the adapters of the
	 * application are there it may change.
	 * @return {@code true} once the application is ready
	 */
	boolean areFinal() {
		return this.adapters.areComplete();
	}

}
