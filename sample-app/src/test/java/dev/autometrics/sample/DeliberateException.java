package dev.autometrics.sample;

/**
 * Thrown by functions that are to fail.
 */
final class DeliberateException extends RuntimeException {

	DeliberateException() {
		super("meant to happen", null, false, false);
	}

}
