package dev.autometrics.conformance.app;

import dev.autometrics.Autometrics;

import org.springframework.stereotype.Component;

/**
 * The interface of a bean that gets a JDK proxy where the application asks for them.
 */
public interface Ledger {

	void enter();

	/**
	 * The bean.
	 */
	@Component("ledger")
	@Autometrics
	class Paper implements Ledger {

		@Override
		public void enter() {
		}

	}

}
