package dev.autometrics.actuate.endpoint;

/**
 * Thrown when a request asks for what there is not.
 */
final class InvalidRequestException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String sentence;

	/**
	 * Create an exception.
	 * @param sentence what is wrong, for the sender
	 */
	InvalidRequestException(String sentence) {
		super(sentence);
		this.sentence = sentence;
	}

	String sentence() {
		return this.sentence;
	}

}
