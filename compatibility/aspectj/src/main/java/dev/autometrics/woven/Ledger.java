package dev.autometrics.woven;

import java.util.function.Supplier;

import dev.autometrics.Autometrics;
import dev.autometrics.SkipAutometrics;

/**
 * A bean that there can be no proxy of, marked as a whole.
 */
@Autometrics
public final class Ledger {

	public int sum() {
		Supplier<Integer> sum = () -> add(1) + skipped();
		return sum.get();
	}

	private int add(int amount) {
		return amount + constant();
	}

	static int constant() {
		return 1;
	}

	@SkipAutometrics
	int skipped() {
		return 0;
	}

	@Override
	public String toString() {
		return "ledger";
	}

}
