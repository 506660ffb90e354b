package dev.autometrics.problems;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * The problems found so far: one for each code and place, however often it is reported.
 * Safe for concurrent use.
 *
 * @since 0.1.0
 */
public final class Problems {

	/**
	 * More than anybody reads. What is found beyond is counted only.
	 */
	static final int LIMIT = 1000;

	private static final Log logger = LogFactory.getLog(Problems.class);

	private final Map<Key, Problem> problems = new HashMap<>();

	private final ProblemMode mode;

	private boolean startChecked;

	/**
	 * Create an empty list.
	 * @param mode what becomes of problems
	 */
	public Problems(ProblemMode mode) {
		this.mode = mode;
	}

	/**
	 * Return whether problems are worth looking for.
	 * @return {@code false} if every report is ignored
	 */
	public boolean areWanted() {
		return this.mode != ProblemMode.OFF;
	}

	/**
	 * Return whether a problem at the start keeps the application from starting.
	 * @return whether {@link #checkStart()} may throw
	 */
	public boolean areFatalAtStart() {
		return this.mode == ProblemMode.FAIL;
	}

	/**
	 * Report a problem.
	 * @param problem the problem
	 */
	public void report(Problem problem) {
		report(problem, null);
	}

	/**
	 * Report a problem.
	 * @param problem the problem
	 * @param cause what was thrown, for the log, or {@code null}
	 */
	public void report(Problem problem, @Nullable Throwable cause) {
		if (areWanted() && add(problem)) {
			log(problem, cause);
		}
	}

	/**
	 * Take a problem from the list that is there no more. When it comes back it is
	 * reported again.
	 * @param code the kind
	 * @param place where it was
	 */
	public synchronized void withdraw(ProblemCode code, String place) {
		this.problems.remove(new Key(code, place));
	}

	private synchronized boolean add(Problem problem) {
		if (this.problems.size() == LIMIT) {
			return false;
		}
		if (this.problems.putIfAbsent(new Key(problem.code(), problem.place()), problem) != null) {
			return false;
		}
		if (this.problems.size() == LIMIT) {
			logger.warn("There are " + LIMIT + " problems. Further ones are neither logged nor listed.");
		}
		// What keeps the application from starting is told then, all at once.
		return this.startChecked || !areFatalAtStart() || problem.severity() == Severity.INFO;
	}

	private static void log(Problem problem, @Nullable Throwable cause) {
		if (problem.code() == ProblemCode.ENDPOINT_NOT_EXPOSED) {
			// The line at the start says it.
			logger.debug(problem);
		}
		else if (problem.severity() == Severity.WARN) {
			logger.warn(problem, cause);
		}
		else {
			logger.info(problem, cause);
		}
	}

	/**
	 * Fail if there are problems that keep the application from starting. Those to come
	 * are logged.
	 * @throws ProblemsFoundException if there are
	 */
	public synchronized void checkStart() {
		this.startChecked = true;
		if (!areFatalAtStart()) {
			return;
		}
		List<Problem> fatal = snapshot().stream().filter((problem) -> problem.severity() == Severity.WARN).toList();
		if (!fatal.isEmpty()) {
			throw new ProblemsFoundException(fatal);
		}
	}

	/**
	 * Return the problems found so far, the worst first.
	 * @return an immutable list
	 */
	public synchronized List<Problem> snapshot() {
		List<Problem> snapshot = new ArrayList<>(this.problems.values());
		snapshot.sort(null);
		return List.copyOf(snapshot);
	}

	private record Key(ProblemCode code, String place) {

		// Written out: what a record generates is linked by method handles, for which the
		// start of the application would wait.
		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Key key && this.code == key.code && this.place.equals(key.place);
		}

		@Override
		public int hashCode() {
			return 31 * this.code.hashCode() + this.place.hashCode();
		}

	}

}
