package dev.autometrics.conformance.app;

import dev.autometrics.Autometrics;

import org.springframework.stereotype.Component;

/**
 * Beans that inherit their function from a class.
 */
public final class Jobs {

	private Jobs() {
	}

	/**
	 * The class that declares the function.
	 */
	public abstract static class Job {

		@Autometrics
		public void execute() {
		}

	}

	/**
	 * Inherits.
	 */
	@Component
	public static class Daily extends Job {

	}

	/**
	 * Inherits as well.
	 */
	@Component
	public static class Nightly extends Job {

	}

}
