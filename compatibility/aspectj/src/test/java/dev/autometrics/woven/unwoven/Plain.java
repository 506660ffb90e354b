package dev.autometrics.woven.unwoven;

import dev.autometrics.Autometrics;

/**
 * A bean that is not woven.
 */
public class Plain {

	@Autometrics
	public int number() {
		return 1;
	}

}
