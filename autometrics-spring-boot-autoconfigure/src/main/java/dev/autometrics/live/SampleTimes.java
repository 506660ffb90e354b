package dev.autometrics.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * When samples were taken, and where they are. Not safe for concurrent use.
 */
final class SampleTimes {

	private static final double MILLIS_PER_SECOND = 1000;

	/**
	 * How many times as late as it should be a sample has to be to be a gap.
	 */
	private static final double LATE = 2.5;

	private final long longest;

	private final long[] times;

	private final long[] covered;

	private long last;

	private int next;

	private int count;

	SampleTimes(CallHistory.Settings settings, Instant start) {
		this.longest = (settings.samples() > 0) ? (long) (settings.interval().toMillis() * LATE) : Long.MAX_VALUE;
		this.times = new long[settings.samples()];
		this.covered = new long[settings.samples()];
		this.last = start.toEpochMilli();
	}

	/**
	 * Add a sample. If the clock was set back, those before it are forgotten: time goes
	 * forward.
	 * @param now the time
	 * @return its slot
	 */
	int add(Instant now) {
		long time = now.toEpochMilli();
		if (time <= this.last) {
			this.count = 0;
		}
		int slot = this.next;
		this.times[slot] = time;
		this.covered[slot] = known(time);
		this.last = time;
		this.next = (slot + 1) % this.times.length;
		this.count = Math.min(this.count + 1, this.times.length);
		return slot;
	}

	// The time since the last sample, or 0 if it is not what it should be.
	private long known(long time) {
		long elapsed = time - this.last;
		return (elapsed > 0 && elapsed <= this.longest) ? elapsed : 0;
	}

	Instant at(int slot) {
		return Instant.ofEpochMilli(this.times[slot]);
	}

	/**
	 * Return how much time a sample covers.
	 * @param slot its slot
	 * @return the seconds, 0 for a gap
	 */
	double seconds(int slot) {
		return this.covered[slot] / MILLIS_PER_SECOND;
	}

	/**
	 * Return the samples of the time until now.
	 * @param now the time
	 * @param length how long that time is
	 * @return their slots, oldest first
	 */
	int[] slots(Instant now, Duration length) {
		long from = now.toEpochMilli() - length.toMillis();
		int samples = 0;
		while (samples < this.count && this.times[newest(samples)] > from) {
			samples++;
		}
		int[] slots = new int[samples];
		for (int age = 0; age < samples; age++) {
			slots[samples - 1 - age] = newest(age);
		}
		return slots;
	}

	// The slot of the sample that so many others came after.
	private int newest(int age) {
		return Math.floorMod(this.next - 1 - age, this.times.length);
	}

	/**
	 * Return the samples of the time until now in groups that do not move with every
	 * sample.
	 * @param now the time
	 * @param length how long that time is
	 * @param most the most groups that there may be
	 * @return their slots by group, oldest first
	 */
	List<int[]> groups(Instant now, Duration length, int most) {
		int[] slots = slots(now, length);
		// Two groups less: the first and the last one, and one in the middle, where slots
		// begin again, may be incomplete.
		int size = Math.max(1, (int) Math.ceil(slots.length / (most - 2.0)));
		List<int[]> groups = new ArrayList<>();
		int start = 0;
		for (int i = 1; i <= slots.length; i++) {
			if (i == slots.length || slots[i] / size != slots[start] / size) {
				groups.add(Arrays.copyOfRange(slots, start, i));
				start = i;
			}
		}
		return groups;
	}

	/**
	 * Return what makes up a time until now: the present, which no sample has yet, and
	 * the newest samples. It may be longer by one sample.
	 * @param now the time
	 * @param length how long that time is
	 * @return the window
	 */
	Window window(Instant now, Duration length) {
		long from = now.toEpochMilli() - length.toMillis();
		long present = known(now.toEpochMilli());
		double seconds = present / MILLIS_PER_SECOND;
		double enough = length.toMillis() / MILLIS_PER_SECOND;
		int samples = 0;
		while (samples < this.count && seconds < enough && this.times[newest(samples)] > from) {
			seconds += seconds(newest(samples++));
		}
		int[] slots = new int[samples];
		for (int age = 0; age < samples; age++) {
			slots[age] = newest(age);
		}
		return new Window(slots, present > 0, seconds);
	}

	/**
	 * What makes up a time until now.
	 *
	 * @param slots the samples, those of gaps among them
	 * @param includesPresent whether what came after the last sample belongs to it
	 * @param seconds how much time is known
	 */
	// Nobody compares them.
	@SuppressWarnings("ArrayRecordComponent")
	record Window(int[] slots, boolean includesPresent, double seconds) {

	}

}
