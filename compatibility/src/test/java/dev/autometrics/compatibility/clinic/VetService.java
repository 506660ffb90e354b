package dev.autometrics.compatibility.clinic;

import java.util.List;

import dev.autometrics.Autometrics;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.stereotype.Service;

/**
 * The vets of the clinic. It calls its own bean, so that these calls are cached and
 * measured.
 */
@Service
public class VetService {

	private final VetRepository vets;

	private final ObjectProvider<VetService> self;

	VetService(VetRepository vets, ObjectProvider<VetService> self) {
		this.vets = vets;
		this.self = self;
	}

	@Autometrics
	@Cacheable("vets")
	public List<Vet> all() {
		return this.vets.findAll();
	}

	@Autometrics
	public List<String> names() {
		return this.self.getObject().all().stream().map(Vet::name).toList();
	}

	@Autometrics
	public int count() {
		return this.self.stream().mapToInt((service) -> service.all().size()).sum();
	}

}
