package dev.autometrics.compatibility.clinic;

import java.util.List;
import java.util.Optional;

/**
 * A repository of anything.
 *
 * @param <T> what it holds
 * @param <K> how that is found
 */
interface CrudRepository<T, K> {

	Optional<T> findById(K id);

	T save(T value);

	List<T> findAll();

	default boolean contains(K id) {
		return findById(id).isPresent();
	}

}
