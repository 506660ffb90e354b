package dev.autometrics.sample.payment;

/**
 * Thrown when the provider does not pay.
 */
public class PaymentDeclinedException extends RuntimeException {

	PaymentDeclinedException(String message) {
		super(message);
	}

}
