package dev.autometrics.compatibility.clinic;

import java.util.List;

import dev.autometrics.Autometrics;

import org.springframework.stereotype.Repository;

/**
 * A repository that a proxy implements.
 */
@Repository
interface VetRepository {

	@Autometrics
	List<Vet> findAll();

}
