package dev.autometrics.conformance.app;

import dev.autometrics.Autometrics;

import org.springframework.stereotype.Component;

/**
 * A function that every application is opened with.
 */
@Component
public class Opening {

	@Autometrics
	public void open() {
	}

}
