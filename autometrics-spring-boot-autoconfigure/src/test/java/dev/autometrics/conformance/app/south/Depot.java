package dev.autometrics.conformance.app.south;

import dev.autometrics.Autometrics;

import org.springframework.stereotype.Component;

/**
 * One of two types of this simple name.
 */
@Component("southDepot")
@Autometrics
public class Depot {

	public void load() {
	}

}
