package dev.autometrics.instrument;

import dev.autometrics.live.FunctionFigures;
import dev.autometrics.model.InstrumentedFunction;

/**
 * Where metrics are recorded. Nothing thrown by what is behind it leaves a tracker.
 *
 * @since 0.1.0
 */
public interface Tracker {

	/**
	 * The tracker of an application that has nothing to record with.
	 */
	Tracker NONE = new Tracker() {

		@Override
		public FunctionMeters register(InstrumentedFunction function, FunctionFigures figures) {
			return (caller, result, nanos) -> {
			};
		}

		@Override
		public void publishBuildInfo() {
		}

	};

	/**
	 * Register the meters of a function, with both results at zero.
	 * @param function the function
	 * @param figures its figures, which tell the number of calls under way
	 * @return the meters
	 */
	FunctionMeters register(InstrumentedFunction function, FunctionFigures figures);

	/**
	 * Publish what is running as the metric {@code build_info}.
	 */
	void publishBuildInfo();

	/**
	 * Look for problems of what is registered, by others too.
	 */
	default void inspect() {
	}

	/**
	 * Remove from the registry what this tracker alone has put there, if the registry
	 * goes on without the application. What is recorded from now on is lost.
	 */
	default void close() {
	}

}
