package dev.autometrics.sample;

/**
 * The calls of a function in the course of time, as the counters of one instance that is
 * scraped every minute. They are written in promtool's notation, where {@code 0+10x360}
 * is a counter that begins at 0 and grows by 10 for 360 scrapes.
 */
final class Calls {

	private final Counter good = new Counter();

	private final Counter bad = new Counter();

	private final Counter all = new Counter();

	private int minutes;

	private int badFrom = -1;

	private int badUntil = -1;

	/**
	 * Let calls be good.
	 * @param minutes how long
	 * @param perMinute how many calls
	 * @return these calls
	 */
	Calls good(int minutes, double perMinute) {
		this.good.grow(minutes, perMinute);
		this.bad.grow(minutes, 0);
		this.all.grow(minutes, perMinute);
		this.minutes += minutes;
		return this;
	}

	/**
	 * Let a part of the calls be bad.
	 * @param minutes how long
	 * @param perMinute how many calls
	 * @param share the share of the bad ones
	 * @return these calls
	 */
	Calls bad(int minutes, double perMinute, double share) {
		this.badFrom = (this.badFrom < 0) ? this.minutes : this.badFrom;
		this.good.grow(minutes, perMinute * (1 - share));
		this.bad.grow(minutes, perMinute * share);
		this.all.grow(minutes, perMinute);
		this.minutes += minutes;
		this.badUntil = this.minutes;
		return this;
	}

	/**
	 * Restart the application, so that it counts from zero.
	 * @return these calls
	 */
	Calls restart() {
		this.good.restart();
		this.bad.restart();
		this.all.restart();
		return this;
	}

	String goodOnes() {
		return this.good.toString();
	}

	String badOnes() {
		return this.bad.toString();
	}

	String allOfThem() {
		return this.all.toString();
	}

	int minutes() {
		return this.minutes;
	}

	int badFrom() {
		return this.badFrom;
	}

	int badUntil() {
		return this.badUntil;
	}

	private static final class Counter {

		private final StringBuilder notation = new StringBuilder("0");

		private double value;

		private void restart() {
			this.value = 0;
		}

		// Counts whole calls only, also where there is one in two minutes.
		private void grow(int minutes, double perMinute) {
			double step = Math.rint(perMinute * 1000) / 1000;
			if (step == Math.rint(step)) {
				this.notation.append(' ')
					.append((long) (this.value + step))
					.append('+')
					.append((long) step)
					.append('x')
					.append(minutes - 1);
				this.value += minutes * step;
				return;
			}
			for (int minute = 0; minute < minutes; minute++) {
				this.value += step;
				this.notation.append(' ').append((long) Math.floor(this.value));
			}
		}

		@Override
		public String toString() {
			return this.notation.toString();
		}

	}

}
