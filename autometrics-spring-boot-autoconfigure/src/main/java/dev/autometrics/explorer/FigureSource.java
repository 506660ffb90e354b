package dev.autometrics.explorer;

import java.util.List;

import dev.autometrics.model.FunctionId;

/**
 * Where figures come from. A figure that is not known is absent, never zero and never not
 * a number. Safe for concurrent use.
 *
 * @since 0.1.0
 */
public interface FigureSource {

	/**
	 * Return the present figures of all functions.
	 * @param range how far the trends go back
	 * @return a row for every function that is known
	 * @throws FiguresUnavailableException if the source does not answer
	 */
	List<FunctionRow> functions(TimeRange range);

	/**
	 * Return the figures of a function over time.
	 * @param function the function
	 * @param range how far they go back
	 * @return the series, all of the same length
	 * @throws FiguresUnavailableException if the source does not answer
	 */
	FunctionSeries series(FunctionId function, TimeRange range);

	/**
	 * Return who calls whom.
	 * @param range over how much time calls are counted
	 * @return an edge for every caller of every function
	 * @throws FiguresUnavailableException if the source does not answer
	 */
	List<CallEdge> calls(TimeRange range);

	/**
	 * Return how well the objectives are kept.
	 * @return a state for every target of every objective
	 * @throws FiguresUnavailableException if the source does not answer
	 */
	List<TargetState> objectives();

}
