package dev.autometrics.compatibility.clinic;

import java.util.List;

import dev.autometrics.Autometrics;
import dev.autometrics.compatibility.clinic.ClinicConfiguration.Greeting;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The vets for programs.
 */
@RestController
class VetController {

	private final VetService vets;

	private final Greeting greeting;

	VetController(VetService vets, Greeting greeting) {
		this.vets = vets;
		this.greeting = greeting;
	}

	@Autometrics
	@GetMapping("/vets")
	List<Vet> vets() {
		return this.vets.all();
	}

	@GetMapping("/vets/names")
	List<String> names() {
		return this.vets.names();
	}

	@GetMapping("/vets/count")
	int count() {
		return this.vets.count();
	}

	@GetMapping("/hello/{name}")
	String hello(@PathVariable String name) {
		return this.greeting.to(name);
	}

}
