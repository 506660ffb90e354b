package dev.autometrics.rules;

/**
 * Text for the labels and annotations of alerts, which Prometheus expands as templates.
 */
final class TemplateText {

	private TemplateText() {
	}

	/**
	 * Return a template that expands to a text.
	 * @param text any text
	 * @return the text, each of its opening braces in a template of its own
	 */
	static String literal(String text) {
		return text.replace("{", "{{\"{\"}}");
	}

}
