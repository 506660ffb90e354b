package dev.autometrics.autoconfigure.hidden;

import dev.autometrics.Autometrics;

/**
 * A class with a method that subclasses in other packages cannot override.
 */
public class HiddenBase {

	@Autometrics
	String hidden() {
		return "";
	}

}
