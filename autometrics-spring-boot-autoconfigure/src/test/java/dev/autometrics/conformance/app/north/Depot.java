package dev.autometrics.conformance.app.north;

import dev.autometrics.Autometrics;

import org.springframework.stereotype.Component;

/**
 * One of two types of this simple name.
 */
@Component("northDepot")
@Autometrics
public class Depot {

	public void load() {
	}

}
