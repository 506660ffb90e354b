package dev.autometrics.compatibility.clinic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A repository in memory.
 *
 * @param <T> what it holds
 * @param <K> how that is found
 */
abstract class MapRepository<T, K extends Comparable<K>> implements CrudRepository<T, K> {

	private final Map<K, T> values = new ConcurrentSkipListMap<>();

	@Override
	public Optional<T> findById(K id) {
		return Optional.ofNullable(this.values.get(id));
	}

	@Override
	public T save(T value) {
		this.values.put(keyOf(value), value);
		return value;
	}

	@Override
	public List<T> findAll() {
		return List.copyOf(this.values.values());
	}

	protected abstract K keyOf(T value);

}
