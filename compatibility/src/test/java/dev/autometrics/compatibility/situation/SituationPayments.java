package dev.autometrics.compatibility.situation;

import dev.autometrics.Autometrics;

/**
 * Takes money for everything but poison.
 */
@Autometrics
class SituationPayments {

	static final String POISON = "poison";

	String charge(String article) {
		if (article.equals(POISON)) {
			throw new IllegalArgumentException("Not for sale");
		}
		return "paid " + article;
	}

}
