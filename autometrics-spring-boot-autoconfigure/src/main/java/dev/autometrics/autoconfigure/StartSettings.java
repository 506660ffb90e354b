package dev.autometrics.autoconfigure;

import dev.autometrics.interceptor.FunctionLabelStyle;
import dev.autometrics.interceptor.MethodReach;
import dev.autometrics.interceptor.TypeSelection;
import dev.autometrics.problems.ProblemMode;

/**
 * What every application asks of the properties when it starts, whether it has functions
 * or not.
 *
 * @param problems what becomes of problems
 * @param reach which methods can be measured
 * @param order the order of the advice
 * @param selection the types that are measured without an annotation
 * @param labelStyle how functions are named
 * @param concurrencyTracked whether the calls under way are published for every function
 */
record StartSettings(ProblemMode problems, MethodReach reach, int order, TypeSelection selection,
		FunctionLabelStyle labelStyle, boolean concurrencyTracked) {

	/**
	 * Those of an application that sets nothing.
	 */
	static final StartSettings DEFAULT = new StartSettings(ProblemMode.WARN, MethodReach.PROXY, 0, TypeSelection.NONE,
			FunctionLabelStyle.METHOD, false);

	static StartSettings of(AutometricsProperties properties) {
		return new StartSettings(properties.problems(), properties.mode().reach(), properties.order(),
				properties.selection(), properties.labels().function(), properties.trackConcurrency());
	}

}
