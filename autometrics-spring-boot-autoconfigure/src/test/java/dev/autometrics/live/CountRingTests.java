package dev.autometrics.live;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CountRing}.
 */
class CountRingTests {

	private final CountRing ring = new CountRing(3, 1);

	@Test
	void keepsWhatASumHasGrown() {
		this.ring.put(0, new long[] { 5 });
		this.ring.put(1, new long[] { 7 });

		assertThat(grownIn(0)).isEqualTo(5);
		assertThat(grownIn(1)).isEqualTo(2);
	}

	@Test
	void sumThatLagsBehindHasNotGrownAndIsNotCountedTwice() {
		this.ring.put(0, new long[] { 5 });
		this.ring.put(1, new long[] { 4 });
		this.ring.put(2, new long[] { 6 });

		assertThat(grownIn(1)).isZero();
		assertThat(grownIn(2)).isEqualTo(1);
		long[] total = new long[1];
		this.ring.addGrowth(total, new long[] { 5 });
		assertThat(total).containsExactly(0);
	}

	private long grownIn(int slot) {
		long[] total = new long[1];
		this.ring.addTo(total, slot);
		return total[0];
	}

}
