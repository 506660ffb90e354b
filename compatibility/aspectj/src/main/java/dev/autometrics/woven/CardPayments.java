package dev.autometrics.woven;

/**
 * A bean that is marked by its interface.
 */
public class CardPayments implements Payments {

	@Override
	public String charge(int amount) {
		return "charged " + amount + " " + Payments.currency();
	}

}
