package dev.autometrics.compatibility.clinic;

import java.util.List;

import dev.autometrics.compatibility.clinic.Owner.Pet;

/**
 * What can be done with owners.
 */
interface OwnerService {

	Owner find(int id);

	List<Owner> search(String name);

	Owner register(Owner owner);

	Owner addPet(int id, Pet pet);

}
