package dev.autometrics.conformance.app;

import dev.autometrics.Autometrics;
import dev.autometrics.SkipAutometrics;

import org.springframework.stereotype.Component;

/**
 * A type that leaves a method out.
 */
@Component
@Autometrics
public class Catalogue {

	public void search() {
	}

	@SkipAutometrics
	public void ping() {
	}

}
