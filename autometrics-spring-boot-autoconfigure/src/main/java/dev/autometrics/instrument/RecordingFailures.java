package dev.autometrics.instrument;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Where failures of recording end: none of them reaches the call that is measured. The
 * first of a kind is a warning in the log, the others are there on the level debug.
 *
 * @since 0.1.0
 */
public final class RecordingFailures {

	private static final Log logger = LogFactory.getLog(RecordingFailures.class);

	private final Set<String> warned = ConcurrentHashMap.newKeySet();

	/**
	 * Report a failure.
	 * @param kind what was tried, one of few
	 * @param object what it was tried with
	 * @param failure what went wrong
	 */
	public void report(String kind, Object object, Throwable failure) {
		if (this.warned.add(kind)) {
			logger.warn("Could not " + kind + " " + object + ". The call itself is not affected. "
					+ "Further failures of this kind are logged at debug level.", failure);
		}
		else if (logger.isDebugEnabled()) {
			logger.debug("Could not " + kind + " " + object, failure);
		}
	}

}
