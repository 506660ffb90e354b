package dev.autometrics.conformance.app;

import dev.autometrics.Autometrics;

import org.springframework.stereotype.Component;

/**
 * Functions with names that no Java method has.
 */
@Component
public class Signs {

	/**
	 * A name outside ASCII, and outside the basic plane of Unicode.
	 */
	public static final String UNICODE = "größe_数量_🛒";

	/**
	 * A name with everything that the formats escape.
	 */
	public static final String ESCAPED = "a \"b\" \\n c\\\n}";

	@Autometrics(name = UNICODE)
	public void unicode() {
	}

	@Autometrics(name = ESCAPED)
	public void escaped() {
	}

}
