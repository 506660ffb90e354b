package dev.autometrics.compatibility.clinic;

import java.util.List;
import java.util.NoSuchElementException;

import dev.autometrics.Autometrics;
import dev.autometrics.compatibility.clinic.Owner.Pet;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * The owners of the clinic.
 */
@Service
class DefaultOwnerService implements OwnerService {

	private final OwnerRepository owners;

	private final ApplicationEventPublisher events;

	DefaultOwnerService(OwnerRepository owners, ApplicationEventPublisher events) {
		this.owners = owners;
		this.events = events;
	}

	@Override
	public Owner find(int id) {
		return this.owners.findById(id).orElseThrow(() -> missing(id));
	}

	@Autometrics
	@Override
	public List<Owner> search(String name) {
		return name.isBlank() ? this.owners.findAll() : this.owners.findByName(name.trim());
	}

	@Autometrics
	@Override
	public Owner register(Owner owner) {
		Owner saved = this.owners.save(owner);
		this.events.publishEvent(new OwnerRegistered(saved.getName()));
		return saved;
	}

	@Autometrics
	@Override
	public Owner addPet(int id, Pet pet) {
		Owner owner = find(id);
		owner.addPet(pet);
		return this.owners.save(owner);
	}

	private static NoSuchElementException missing(int id) {
		return new NoSuchElementException("There is no owner " + id);
	}

	/**
	 * An owner is new.
	 *
	 * @param name the name
	 */
	record OwnerRegistered(String name) {

	}

}
