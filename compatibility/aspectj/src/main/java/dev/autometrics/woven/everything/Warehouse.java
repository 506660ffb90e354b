package dev.autometrics.woven.everything;

import dev.autometrics.Autometrics;
import dev.autometrics.woven.Stock;

/**
 * A bean that is included by a pattern, and a method of which is marked all the same.
 */
public class Warehouse implements Stock {

	@Override
	public int take(String article) {
		return count() + marked();
	}

	private int count() {
		return 1;
	}

	@Autometrics
	int marked() {
		return 2;
	}

}
