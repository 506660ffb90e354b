package dev.autometrics.sample;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;

import dev.autometrics.Autometrics;

/**
 * Functions with an objective each, which asks that nine of ten calls succeed.
 */
class PromisingBean {

	static final int CALM_CALLS = 20;

	static final int HASTY_CALLS = 100;

	static final int LOST_CALLS = 40;

	static final int RARE_CALLS = 3;

	/**
	 * Return the properties of an application with this bean.
	 * @param more further properties
	 * @return the properties
	 */
	static Map<String, Object> properties(Map<String, Object> more) {
		Map<String, Object> properties = new LinkedHashMap<>(Map.of("shop.shopper.enabled", false));
		for (String objective : new String[] { "calm", "hasty", "lost", "rare" }) {
			properties.put("autometrics.objectives." + objective + ".success-rate", 90);
		}
		properties.putAll(more);
		return properties;
	}

	/**
	 * Make the calls: all of the first succeed, 9 % of the second fail, a quarter of the
	 * third, and the fourth are too few to tell.
	 * @param bean what is called
	 */
	static void call(PromisingBean bean) {
		repeat(CALM_CALLS, (call) -> false, bean::calm);
		repeat(HASTY_CALLS, (call) -> call < 9, bean::hasty);
		repeat(LOST_CALLS, (call) -> call % 4 == 0, bean::lost);
		repeat(RARE_CALLS, (call) -> false, bean::rare);
	}

	private static void repeat(int calls, IntPredicate fails, Call function) {
		for (int call = 0; call < calls; call++) {
			try {
				function.call(fails.test(call));
			}
			catch (DeliberateException ex) {
				// As it was told to.
			}
		}
	}

	@Autometrics(objective = "calm")
	void calm(boolean fails) {
		end(fails);
	}

	@Autometrics(objective = "hasty")
	void hasty(boolean fails) {
		end(fails);
	}

	@Autometrics(objective = "lost")
	void lost(boolean fails) {
		end(fails);
	}

	@Autometrics(objective = "rare")
	void rare(boolean fails) {
		end(fails);
	}

	private void end(boolean fails) {
		if (fails) {
			throw new DeliberateException();
		}
	}

	/**
	 * A call of a function.
	 */
	private interface Call {

		void call(boolean fails);

	}

}
