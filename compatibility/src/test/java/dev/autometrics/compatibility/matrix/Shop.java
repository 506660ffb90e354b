package dev.autometrics.compatibility.matrix;

import dev.autometrics.Autometrics;

/**
 * Beans for tests that Spring Boot starts an application for.
 */
@Autometrics
class Shop {

	private final Payments payments;

	Shop(Payments payments) {
		this.payments = payments;
	}

	String buy() {
		return this.payments.charge();
	}

	/**
	 * What a test replaces.
	 */
	@Autometrics
	static class Payments {

		String charge() {
			return "charged";
		}

	}

}
