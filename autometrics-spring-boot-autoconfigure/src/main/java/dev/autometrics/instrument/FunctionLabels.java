package dev.autometrics.instrument;

import java.util.EnumMap;
import java.util.Map;

import dev.autometrics.Objective;
import dev.autometrics.ObjectiveLatency;
import dev.autometrics.Result;
import dev.autometrics.model.BuildInfo;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.Label;
import dev.autometrics.model.Metric;
import dev.autometrics.model.ObjectiveLabels;
import dev.autometrics.model.Objectives;
import org.jspecify.annotations.Nullable;

/**
 * The labels of the metrics in the form that they have: of one metric always the same,
 * with empty values where there is none.
 */
final class FunctionLabels {

	private final BuildInfo buildInfo;

	private final Objectives objectives;

	FunctionLabels(BuildInfo buildInfo, Objectives objectives) {
		this.buildInfo = buildInfo;
		this.objectives = objectives;
	}

	/**
	 * Return the labels that select a function.
	 * @param id the function
	 * @return its name, its module and the service
	 */
	Map<Label, String> of(FunctionId id) {
		return formatted(Metric.CONCURRENT, function(id));
	}

	private Map<Label, String> function(FunctionId id) {
		Map<Label, String> labels = new EnumMap<>(Label.class);
		labels.put(Label.FUNCTION, id.function());
		labels.put(Label.MODULE, id.module());
		labels.put(Label.SERVICE_NAME, this.buildInfo.service());
		return labels;
	}

	private Map<Label, String> formatted(Metric metric, Map<Label, String> labels) {
		labels.keySet().retainAll(this.buildInfo.format().labels(metric));
		return labels;
	}

	/**
	 * Return the labels of a counter of calls. They name the objective of the function if
	 * that says how many calls succeed (specification, M12 and M14).
	 * @param function the function
	 * @param caller the function that calls, {@code null} for none
	 * @param result how the calls end
	 * @return the labels
	 */
	Map<Label, String> ofCalls(InstrumentedFunction function, @Nullable FunctionId caller, Result result) {
		Objective objective = objectiveOf(function);
		Double successRate = (objective != null) ? objective.successRate() : null;
		Map<Label, String> labels = function(function.id());
		labels.put(Label.RESULT, result.label());
		labels.put(Label.CALLER, (caller != null) ? caller.function() : "");
		labels.put(Label.CALLER_FUNCTION, (caller != null) ? caller.function() : "");
		labels.put(Label.CALLER_MODULE, (caller != null) ? caller.module() : "");
		labels.put(Label.OBJECTIVE_NAME, (objective != null && successRate != null) ? objective.name() : "");
		labels.put(Label.OBJECTIVE_PERCENTILE, (successRate != null) ? ObjectiveLabels.percentile(successRate) : "");
		return formatted(Metric.CALLS, labels);
	}

	/**
	 * Return the labels of a histogram of durations. They name the objective of the
	 * function if that says how long calls take (specification, M13 and M14).
	 * @param function the function
	 * @return the labels
	 */
	Map<Label, String> ofDuration(InstrumentedFunction function) {
		Objective objective = objectiveOf(function);
		ObjectiveLatency latency = (objective != null) ? objective.latency() : null;
		Map<Label, String> labels = function(function.id());
		labels.put(Label.OBJECTIVE_NAME, (objective != null && latency != null) ? objective.name() : "");
		labels.put(Label.OBJECTIVE_PERCENTILE,
				(latency != null) ? ObjectiveLabels.percentile(latency.percentile()) : "");
		labels.put(Label.OBJECTIVE_LATENCY_THRESHOLD,
				(latency != null) ? ObjectiveLabels.threshold(latency.threshold()) : "");
		return formatted(Metric.DURATION, labels);
	}

	/**
	 * Return the labels that tell what is running.
	 * @return the labels
	 */
	Map<Label, String> ofBuildInfo() {
		Map<Label, String> labels = new EnumMap<>(Label.class);
		labels.put(Label.SERVICE_NAME, this.buildInfo.service());
		labels.put(Label.AUTOMETRICS_VERSION, this.buildInfo.format().release());
		labels.put(Label.VERSION, this.buildInfo.version());
		labels.put(Label.COMMIT, this.buildInfo.commit());
		labels.put(Label.BRANCH, this.buildInfo.branch());
		labels.put(Label.REPOSITORY_URL, this.buildInfo.repository().url());
		labels.put(Label.REPOSITORY_PROVIDER, this.buildInfo.repository().provider());
		return formatted(Metric.BUILD_INFO, labels);
	}

	private @Nullable Objective objectiveOf(InstrumentedFunction function) {
		return (function.objective() != null) ? this.objectives.find(function.objective()) : null;
	}

}
