package dev.autometrics.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.autometrics.model.FunctionId;
import org.jspecify.annotations.Nullable;

/**
 * The last minutes of this instance: how many calls there were between samples, how long
 * they took and who made them. Safe for concurrent use.
 * <p>
 * A sample that comes much later than it should, because the machine was suspended, is a
 * gap: nobody knows when its calls were. The memory is bounded: functions that were never
 * called have none, others that of {@link Settings#samples()} samples.
 *
 * @since 0.1.0
 */
public final class CallHistory {

	private final LiveFigures figures;

	private final Settings settings;

	private final SampleTimes times;

	private final Map<FunctionId, FunctionRing> rings = new HashMap<>();

	/**
	 * Create a history that starts now.
	 * @param figures what is sampled
	 * @param settings how much is kept
	 */
	public CallHistory(LiveFigures figures, Settings settings) {
		this.figures = figures;
		this.settings = settings;
		this.times = new SampleTimes(settings, figures.now());
	}

	/**
	 * Return how much is kept.
	 * @return the settings
	 */
	public Settings settings() {
		return this.settings;
	}

	/**
	 * Keep what the functions have counted since the last sample.
	 */
	public synchronized void sample() {
		if (this.settings.samples() == 0) {
			return;
		}
		int slot = this.times.add(this.figures.now());
		this.figures.all().forEach((id, figures) -> sample(slot, id, figures));
	}

	private void sample(int slot, FunctionId id, FunctionFigures figures) {
		CallDetails details = figures.details();
		FunctionRing ring = this.rings.get(id);
		long concurrent = figures.concurrent();
		if (ring == null && details != null && (concurrent > 0 || details.calls() > 0)) {
			ring = new FunctionRing(details, this.settings.samples());
			this.rings.put(id, ring);
		}
		if (ring != null) {
			ring.put(slot, concurrent);
		}
	}

	/**
	 * Return the calls of a function in the time until now: since the start where there
	 * is no history.
	 * @param function the function
	 * @param length how long that time is
	 * @return the calls, over as much of the time as is known
	 */
	public synchronized CallWindow window(FunctionId function, Duration length) {
		CallDetails details = this.figures.of(function).details();
		if (details == null) {
			return new CallWindow(0, 0, Distribution.NONE);
		}
		long[] total = FunctionRing.sums(details);
		FunctionRing ring = this.rings.get(function);
		double seconds = total((ring != null) ? ring.counts() : null, total, length);
		return CallWindow.of(seconds, details.bounds(), total);
	}

	/**
	 * Return the calls of a function since durations are counted, which is a little later
	 * than the start.
	 * @param function the function
	 * @return the calls by duration
	 */
	public Distribution durations(FunctionId function) {
		CallDetails details = this.figures.of(function).details();
		return (details != null) ? CallWindow.of(0, details.bounds(), FunctionRing.sums(details)).durations()
				: Distribution.NONE;
	}

	/**
	 * Return the calls of a function by caller, in the time until now.
	 * @param function the function
	 * @param length how long that time is
	 * @return an entry for every caller so far
	 */
	public synchronized List<CallerWindow> callers(FunctionId function, Duration length) {
		CallDetails details = this.figures.of(function).details();
		List<CallerWindow> callers = new ArrayList<>();
		FunctionRing ring = this.rings.get(function);
		if (details == null) {
			return callers;
		}
		for (CallerFigures caller : details.callers()) {
			long[] total = details.counts(caller);
			boolean called = total[0] + total[1] > 0;
			double seconds = total((ring != null) ? ring.counts(caller) : null, total, length);
			if (called) {
				callers.add(new CallerWindow(caller.caller(), seconds, total[0] + total[1], total[1]));
			}
		}
		return callers;
	}

	// Replaces sums by what they have grown, and returns in how many seconds.
	private double total(@Nullable CountRing ring, long[] sums, Duration length) {
		long[] total = new long[sums.length];
		SampleTimes.Window window = this.times.window(this.figures.now(), length);
		if (ring != null) {
			addTo(total, ring, window.slots());
		}
		if (window.includesPresent()) {
			if (ring != null) {
				ring.addGrowth(total, sums);
			}
			else {
				new CountRing(0, sums.length).addGrowth(total, sums);
			}
		}
		System.arraycopy(total, 0, sums, 0, sums.length);
		return window.seconds();
	}

	/**
	 * Return the samples of a function in the time until now.
	 * @param function the function
	 * @param length how long that time is
	 * @return the samples, oldest first
	 */
	public synchronized List<CallSample> samples(FunctionId function, Duration length) {
		CallDetails details = this.figures.of(function).details();
		FunctionRing ring = this.rings.get(function);
		List<CallSample> samples = new ArrayList<>();
		for (int slot : this.times.slots(this.figures.now(), length)) {
			long[] bounds = (details != null) ? details.bounds() : new long[1];
			long[] counts = new long[bounds.length + 2];
			if (ring != null) {
				ring.counts().addTo(counts, slot);
			}
			samples.add(new CallSample(this.times.at(slot), CallWindow.of(this.times.seconds(slot), bounds, counts),
					(ring != null) ? ring.concurrent(slot) : 0));
		}
		return samples;
	}

	/**
	 * Return how often a function was called over the time until now. Samples are put
	 * together so that there are no more than some values, always the same ones.
	 * @param function the function
	 * @param length how long that time is
	 * @param most the most values that there may be
	 * @return calls per second, oldest first, {@code null} for a gap; nothing if the
	 * function was not sampled
	 */
	public synchronized List<@Nullable Double> trend(FunctionId function, Duration length, int most) {
		FunctionRing ring = this.rings.get(function);
		if (ring == null) {
			return List.of();
		}
		List<@Nullable Double> trend = new ArrayList<>();
		long[] total = new long[ring.counts().columns()];
		for (int[] group : this.times.groups(this.figures.now(), length, most)) {
			Arrays.fill(total, 0);
			double seconds = addTo(total, ring.counts(), group);
			trend.add((seconds > 0) ? (CallWindow.calls(total) / seconds) : null);
		}
		return trend;
	}

	// Leaves gaps out. Returns how many seconds the samples cover.
	private double addTo(long[] total, CountRing ring, int[] slots) {
		double seconds = 0;
		for (int slot : slots) {
			double covered = this.times.seconds(slot);
			if (covered > 0) {
				ring.addTo(total, slot);
				seconds += covered;
			}
		}
		return seconds;
	}

	synchronized int sampledFunctions() {
		return this.rings.size();
	}

	/**
	 * How much is kept.
	 *
	 * @param length how far the history goes back, zero for none
	 * @param interval the time between two samples, positive
	 */
	public record Settings(Duration length, Duration interval) {

		/**
		 * Return the number of samples that are kept.
		 * @return the number, zero for no history
		 */
		public int samples() {
			return (int) this.length.dividedBy(this.interval);
		}

	}

}
