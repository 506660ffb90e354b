package dev.autometrics.woven;

/**
 * A bean that a proxy measures, and that is not woven.
 */
public class Shelf implements Stock {

	@Override
	public int take(String article) {
		return 1;
	}

}
