package dev.autometrics.woven;

import dev.autometrics.Autometrics;

/**
 * An interface that is marked.
 */
@Autometrics
public interface Payments {

	String charge(int amount);

	default String refund(int amount) {
		return "refunded " + amount;
	}

	static String currency() {
		return "EUR";
	}

}
