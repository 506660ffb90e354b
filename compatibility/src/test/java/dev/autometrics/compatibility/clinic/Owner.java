package dev.autometrics.compatibility.clinic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An entity, with methods that call each other.
 */
public class Owner {

	private final List<Pet> pets = new ArrayList<>();

	private Integer id = 0;

	private String name = "";

	public Integer getId() {
		return this.id;
	}

	public void setId(Integer id) {
		this.id = id;
	}

	public String getName() {
		return this.name;
	}

	public void setName(String name) {
		this.name = name;
	}

	/**
	 * Whether the owner has been saved.
	 * @return whether it has no number yet
	 */
	public boolean isNew() {
		return getId() == 0;
	}

	public void addPet(Pet pet) {
		if (getPet(pet.name()).isEmpty()) {
			this.pets.add(pet);
		}
	}

	/**
	 * Return a pet.
	 * @param name its name
	 * @return the pet
	 */
	public Optional<Pet> getPet(String name) {
		return this.pets.stream().filter((pet) -> pet.name().equals(name)).findFirst();
	}

	@Override
	public String toString() {
		return getName() + " " + this.pets.stream().map(Pet::name).toList();
	}

	/**
	 * A pet.
	 *
	 * @param name its name
	 * @param type what it is
	 */
	record Pet(String name, PetType type) {

	}

	/**
	 * What a pet is.
	 */
	enum PetType {

		CAT, DOG

	}

}
