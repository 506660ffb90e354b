package dev.autometrics.compatibility.clinic;

import dev.autometrics.Autometrics;

import org.springframework.boot.CommandLineRunner;
import org.springframework.stereotype.Component;

/**
 * Fills the cache as soon as the application has started.
 */
@Component
class FirstVisit implements CommandLineRunner {

	private final VetService vets;

	FirstVisit(VetService vets) {
		this.vets = vets;
	}

	@Autometrics
	@Override
	public void run(String... arguments) {
		this.vets.all();
	}

}
