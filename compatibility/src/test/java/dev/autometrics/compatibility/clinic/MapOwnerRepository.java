package dev.autometrics.compatibility.clinic;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.autometrics.Autometrics;

import org.springframework.stereotype.Repository;

/**
 * Owners in memory.
 */
@Repository
class MapOwnerRepository extends MapRepository<Owner, Integer> implements OwnerRepository {

	private final Sequence numbers = new Sequence();

	@Autometrics
	@Override
	public Owner save(Owner owner) {
		if (owner.isNew()) {
			owner.setId(this.numbers.next());
		}
		return super.save(owner);
	}

	@Override
	public List<Owner> findByName(String name) {
		return findAll().stream().filter((owner) -> owner.getName().contains(name)).sorted(new ByName()).toList();
	}

	@Override
	protected Integer keyOf(Owner owner) {
		return owner.getId();
	}

	private static int compare(Owner left, Owner right) {
		return left.getName().compareTo(right.getName());
	}

	/**
	 * Numbers in order.
	 */
	private static final class Sequence {

		private final AtomicInteger last = new AtomicInteger();

		int next() {
			return this.last.incrementAndGet();
		}

	}

	/**
	 * The order of owners.
	 */
	private final class ByName implements Comparator<Owner> {

		@Override
		public int compare(Owner left, Owner right) {
			int order = MapOwnerRepository.compare(left, right);
			return (order != 0) ? order : keyOf(left) - keyOf(right);
		}

	}

}
