package dev.autometrics.live;

/**
 * How much some sums have grown between samples, the newest in the place of the oldest.
 * Not safe for concurrent use.
 */
final class CountRing {

	private final int[] growth;

	private final long[] sums;

	/**
	 * Create a ring of sums that are zero.
	 * @param samples the number of samples that are kept
	 * @param columns the number of sums
	 */
	CountRing(int samples, int columns) {
		this.growth = new int[samples * columns];
		this.sums = new long[columns];
	}

	int columns() {
		return this.sums.length;
	}

	/**
	 * Keep a sample.
	 * @param slot its place
	 * @param sums the sums
	 */
	void put(int slot, long[] sums) {
		int offset = slot * this.sums.length;
		for (int column = 0; column < this.sums.length; column++) {
			long grown = grown(column, sums[column]);
			this.growth[offset + column] = (int) Math.min(Integer.MAX_VALUE, grown);
			this.sums[column] += grown;
		}
	}

	// A sum that is read while calls end may lag behind what was read before.
	private long grown(int column, long sum) {
		return Math.max(0, sum - this.sums[column]);
	}

	/**
	 * Add what a sample has grown.
	 * @param slot its place
	 * @param total what it is added to
	 */
	void addTo(long[] total, int slot) {
		int offset = slot * this.sums.length;
		for (int column = 0; column < this.sums.length; column++) {
			total[column] += this.growth[offset + column];
		}
	}

	/**
	 * Add what sums have grown since the last sample.
	 * @param total what it is added to
	 * @param sums the sums
	 */
	void addGrowth(long[] total, long[] sums) {
		for (int column = 0; column < this.sums.length; column++) {
			total[column] += grown(column, sums[column]);
		}
	}

}
