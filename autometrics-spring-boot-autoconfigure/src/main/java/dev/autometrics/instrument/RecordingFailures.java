package dev.autometrics.instrument;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.autometrics.problems.Problem;
import dev.autometrics.problems.ProblemCode;
import dev.autometrics.problems.Problems;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Where failures of recording end: none of them reaches the call that is measured. The
 * first of a kind is a problem, the others are in the log on the level debug.
 *
 * @since 0.1.0
 */
public final class RecordingFailures {

	private static final Log logger = LogFactory.getLog(RecordingFailures.class);

	private final Set<String> reported = ConcurrentHashMap.newKeySet();

	private final Problems problems;

	/**
	 * Create an end for failures.
	 * @param problems where they are reported
	 */
	public RecordingFailures(Problems problems) {
		this.problems = problems;
	}

	/**
	 * Report a failure.
	 * @param kind what was tried, one of few
	 * @param object what it was tried with
	 * @param failure what went wrong
	 */
	public void report(String kind, Object object, Throwable failure) {
		if (this.reported.add(kind)) {
			this.problems.report(new Problem(ProblemCode.RECORDING_FAILED, kind, "Could not " + kind + " " + object
					+ ": " + failure
					+ ". The call itself is not affected. Further failures of this kind are logged at debug level.",
					"See the stack trace in the log."), failure);
		}
		else if (logger.isDebugEnabled()) {
			logger.debug("Could not " + kind + " " + object, failure);
		}
	}

}
