package dev.autometrics.promql;

/**
 * Thrown when a text is no list of conditions on labels.
 *
 * @since 0.1.0
 */
public final class InvalidLabelMatchersException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final int position;

	InvalidLabelMatchersException(int position, String reason) {
		super("Character " + position + ": " + reason + ".");
		this.position = position;
	}

	InvalidLabelMatchersException(int position, IllegalArgumentException cause) {
		super("Character " + position + ": " + cause.getMessage() + ".", cause);
		this.position = position;
	}

	/**
	 * Return where the text is wrong.
	 * @return the number of the character, 1 for the first
	 */
	public int position() {
		return this.position;
	}

}
