package dev.autometrics.conformance.app;

import dev.autometrics.Autometrics;

import org.springframework.stereotype.Component;

/**
 * A type in a type.
 */
@Component
@Autometrics
public class Outer {

	public void run() {
	}

	/**
	 * The inner type.
	 */
	@Component
	@Autometrics
	public static class Inner {

		public void run() {
		}

	}

}
