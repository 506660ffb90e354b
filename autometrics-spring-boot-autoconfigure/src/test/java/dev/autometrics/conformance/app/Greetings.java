package dev.autometrics.conformance.app;

import dev.autometrics.Autometrics;

import org.springframework.stereotype.Component;

/**
 * Beans that have their function from an interface.
 */
public final class Greetings {

	private Greetings() {
	}

	/**
	 * The interface with the default method.
	 */
	public interface Greeting {

		@Autometrics
		default String greet() {
			return "Hello";
		}

	}

	/**
	 * Takes the default.
	 */
	@Component("polite")
	public static class Polite implements Greeting {

	}

	/**
	 * Overrides the default.
	 */
	@Component("rude")
	public static class Rude implements Greeting {

		@Override
		public String greet() {
			return "What";
		}

	}

}
