package dev.autometrics.instrument;

import java.util.Arrays;

import dev.autometrics.Objective;
import dev.autometrics.ObjectiveLatency;
import dev.autometrics.Result;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.Label;
import dev.autometrics.model.ObjectiveLabels;
import dev.autometrics.model.Objectives;
import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;

/**
 * The tags of the meters of functions: always the same keys, with empty values where
 * there is none.
 */
final class MicrometerTags {

	private final String service;

	private final Objectives objectives;

	MicrometerTags(String service, Objectives objectives) {
		this.service = service;
		this.objectives = objectives;
	}

	/**
	 * Return the tags that select a function.
	 * @param id the function
	 * @return its name, its module and the service
	 */
	Tags of(FunctionId id) {
		return of(id, new String[0]);
	}

	// All at once: each call of Tags.and copies and sorts what is there.
	private Tags of(FunctionId id, String... others) {
		String[] all = Arrays.copyOf(new String[] { Label.FUNCTION.dotted(), id.function(), Label.MODULE.dotted(),
				id.module(), Label.SERVICE_NAME.dotted(), this.service }, 6 + others.length);
		System.arraycopy(others, 0, all, 6, others.length);
		return Tags.of(all);
	}

	/**
	 * Return the tags of a counter of calls. They name the objective of the function if
	 * that says how many calls succeed (specification, M12 and M14).
	 * @param function the function
	 * @param caller the function that calls, {@code null} for none
	 * @param result how the calls end
	 * @return the tags
	 */
	Tags ofCalls(InstrumentedFunction function, @Nullable FunctionId caller, Result result) {
		Objective objective = objectiveOf(function);
		Double successRate = (objective != null) ? objective.successRate() : null;
		return of(function.id(), Label.RESULT.dotted(), result.label(), Label.CALLER_FUNCTION.dotted(),
				(caller != null) ? caller.function() : "", Label.CALLER_MODULE.dotted(),
				(caller != null) ? caller.module() : "", Label.OBJECTIVE_NAME.dotted(),
				(objective != null && successRate != null) ? objective.name() : "", Label.OBJECTIVE_PERCENTILE.dotted(),
				(successRate != null) ? ObjectiveLabels.percentile(successRate) : "");
	}

	/**
	 * Return the tags of a histogram of durations. They name the objective of the
	 * function if that says how long calls take (specification, M13 and M14).
	 * @param function the function
	 * @return the tags
	 */
	Tags ofDuration(InstrumentedFunction function) {
		Objective objective = objectiveOf(function);
		ObjectiveLatency latency = (objective != null) ? objective.latency() : null;
		return of(function.id(), Label.OBJECTIVE_NAME.dotted(),
				(objective != null && latency != null) ? objective.name() : "", Label.OBJECTIVE_PERCENTILE.dotted(),
				(latency != null) ? ObjectiveLabels.percentile(latency.percentile()) : "",
				Label.OBJECTIVE_LATENCY_THRESHOLD.dotted(),
				(latency != null) ? ObjectiveLabels.threshold(latency.threshold()) : "");
	}

	private @Nullable Objective objectiveOf(InstrumentedFunction function) {
		return (function.objective() != null) ? this.objectives.find(function.objective()) : null;
	}

}
