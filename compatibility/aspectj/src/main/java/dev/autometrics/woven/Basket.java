package dev.autometrics.woven;

import dev.autometrics.Autometrics;

/**
 * No bean.
 */
public class Basket {

	@Autometrics
	public int size() {
		return 3;
	}

	/**
	 * No bean either, and marked as a whole.
	 *
	 * @param cents how much
	 */
	@Autometrics
	public record Money(int cents) {

		public Money twice() {
			return new Money(2 * this.cents);
		}

	}

}
