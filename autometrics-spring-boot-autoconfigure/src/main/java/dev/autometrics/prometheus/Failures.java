package dev.autometrics.prometheus;

import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import dev.autometrics.prometheus.PrometheusException.Kind;

/**
 * Says in words why there is no answer.
 */
final class Failures {

	private static final double MILLIS = 1000;

	private Failures() {
	}

	static PrometheusException of(Throwable thrown, Duration timeout) {
		Throwable ex = thrown;
		while ((ex instanceof ExecutionException || ex instanceof CompletionException) && ex.getCause() != null) {
			ex = ex.getCause();
		}
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof PrometheusException known) {
				return new PrometheusException(known.kind(), String.valueOf(known.getMessage()), known);
			}
		}
		if (ex instanceof TimeoutException || ex instanceof HttpTimeoutException
				|| ex instanceof CancellationException) {
			return new PrometheusException(Kind.TIMEOUT, "It does not answer within " + seconds(timeout), ex);
		}
		return new PrometheusException(Kind.UNREACHABLE, reason(ex), ex);
	}

	private static String reason(Throwable ex) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof UnresolvedAddressException) {
				return "Its host is not known";
			}
			if (cause instanceof SSLException) {
				return "No encrypted connection: " + cause.getMessage();
			}
		}
		String message = ex.getMessage();
		return (message != null && !message.isBlank()) ? message : "Connection refused";
	}

	static String seconds(Duration duration) {
		double seconds = duration.toMillis() / MILLIS;
		return ((seconds == Math.rint(seconds)) ? Long.toString((long) seconds) : Double.toString(seconds)) + " s";
	}

}
