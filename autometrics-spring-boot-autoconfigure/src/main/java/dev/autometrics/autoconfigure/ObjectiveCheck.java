package dev.autometrics.autoconfigure;

import dev.autometrics.Objective;
import dev.autometrics.ObjectiveLatency;
import dev.autometrics.model.FunctionCatalog;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.Objectives;
import dev.autometrics.problems.Problem;
import dev.autometrics.problems.ProblemCode;
import dev.autometrics.problems.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Compares the objectives that are declared with those that functions name.
 */
final class ObjectiveCheck {

	private final FunctionCatalog catalog;

	private final Objectives objectives;

	private final Problems problems;

	ObjectiveCheck(FunctionCatalog catalog, Objectives objectives, Problems problems) {
		this.catalog = catalog;
		this.objectives = objectives;
		this.problems = problems;
	}

	/**
	 * Compare those that are known now, and from now on those of every function to come.
	 * @throws UnknownObjectiveException if a function names one that is not declared
	 */
	void start() {
		for (Objective objective : this.objectives.list()) {
			check(objective);
		}
		for (InstrumentedFunction function : this.catalog.snapshot()) {
			String unknown = unknownObjectiveOf(function);
			if (unknown != null) {
				throw new UnknownObjectiveException(unknown, placeOf(function), this.objectives.names());
			}
		}
		this.catalog.subscribe(this::reportUnknown);
	}

	private void check(Objective objective) {
		if (!objective.hasSpecifiedName()) {
			report(objective, "Its name has characters that other Autometrics tools do not take.",
					"Use letters, digits, '_', '-' and spaces, with a letter or a digit first.");
		}
		ObjectiveLatency latency = objective.latency();
		Double successRate = objective.successRate();
		if ((successRate != null && successRate <= 1) || (latency != null && latency.percentile() <= 1)) {
			report(objective, "A share of at most 1 percent of the calls has to be good, which looks like a ratio.",
					"Write percent: 99.9, not 0.999.");
		}
	}

	private void report(Objective objective, String message, String fix) {
		this.problems.report(
				new Problem(ProblemCode.QUESTIONABLE_OBJECTIVE, "objective '" + objective.name() + "'", message, fix));
	}

	private void reportUnknown(InstrumentedFunction function) {
		String unknown = unknownObjectiveOf(function);
		if (unknown != null) {
			this.problems.report(new Problem(ProblemCode.UNKNOWN_OBJECTIVE, placeOf(function),
					"It names the objective '" + unknown + "', which is not declared.",
					"Declare it, or use one of " + this.objectives.names() + "."));
		}
	}

	private @Nullable String unknownObjectiveOf(InstrumentedFunction function) {
		String name = function.objective();
		return (name != null && this.objectives.find(name) == null) ? name : null;
	}

	private static String placeOf(InstrumentedFunction function) {
		return function.id().module() + "." + function.signature();
	}

}
