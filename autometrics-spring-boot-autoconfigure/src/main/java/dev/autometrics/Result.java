package dev.autometrics;

/**
 * How a call ended: the value of the {@code result} label (specification, M16).
 *
 * @since 0.1.0
 */
public enum Result {

	/**
	 * The call returned, or nobody can tell.
	 */
	OK("ok"),

	/**
	 * The call failed.
	 */
	ERROR("error");

	private final String label;

	Result(String label) {
		this.label = label;
	}

	/**
	 * Return the text of this result in the metrics.
	 * @return {@code ok} or {@code error}
	 */
	public String label() {
		return this.label;
	}

}
