package dev.autometrics.compatibility.clinic;

import java.util.List;

import dev.autometrics.Autometrics;

/**
 * A repository of owners.
 */
interface OwnerRepository extends CrudRepository<Owner, Integer> {

	@Autometrics
	List<Owner> findByName(String name);

}
