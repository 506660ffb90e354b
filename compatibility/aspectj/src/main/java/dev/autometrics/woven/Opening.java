package dev.autometrics.woven;

import jakarta.annotation.PostConstruct;

/**
 * A bean that calls before the application is ready.
 */
public class Opening {

	@PostConstruct
	void open() {
		new Basket().size();
	}

}
