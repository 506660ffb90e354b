package dev.autometrics.instrument;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

import dev.autometrics.model.Metric;
import dev.autometrics.problems.Problems;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The meters that a tracker has registered. A registry may live longer than the
 * application; then they are removed, and nothing of the application is left in it.
 */
final class MicrometerRegistrations {

	private final Queue<Meter> registered = new ConcurrentLinkedQueue<>();

	private final MeterRegistry registry;

	private final MicrometerProblems problems;

	private final RecordingFailures failures;

	private volatile boolean closed;

	MicrometerRegistrations(MeterRegistry registry, MicrometerProblems inspection, Problems problems) {
		this.registry = registry;
		this.problems = inspection;
		this.failures = new RecordingFailures(problems);
	}

	/**
	 * Register a meter.
	 * @param metric the metric that it belongs to
	 * @param tags its tags
	 * @param registration registers the meter with the description that it is given
	 * @param <M> the type of the meter
	 * @return the meter, or {@code null} if there is none
	 */
	<M extends Meter> @Nullable M register(Metric metric, Tags tags, Function<String, M> registration) {
		if (this.closed) {
			return null;
		}
		try {
			M meter = own(metric, registration);
			this.problems.check(metric, meter);
			return meter;
		}
		catch (RuntimeException | LinkageError ex) {
			this.failures.report("register a meter named " + metric.dotted(), tags, ex);
			return null;
		}
	}

	// A meter made now has this very text, whatever filters do to its name and its tags.
	// One that was there before has an equal text, and belongs to somebody else.
	@SuppressWarnings("ReferenceEquality")
	private <M extends Meter> M own(Metric metric, Function<String, M> registration) {
		String description = new String(metric.description());
		M meter = registration.apply(description);
		if (meter.getId().getDescription() == description) {
			this.registered.add(meter);
			if (this.closed) {
				removeMeters();
			}
		}
		return meter;
	}

	/**
	 * Remove the meters, and register no more.
	 */
	void close() {
		this.closed = true;
		removeMeters();
	}

	// A composite of ours is never closed, and what is in it may push after it is closed.
	private static boolean isClosed(MeterRegistry registry) {
		return registry.isClosed() || (registry instanceof CompositeMeterRegistry composite
				&& composite.getRegistries().stream().allMatch(MicrometerRegistrations::isClosed));
	}

	private void removeMeters() {
		for (Meter meter = this.registered.poll(); meter != null; meter = this.registered.poll()) {
			try {
				if (!isClosed(this.registry)) {
					this.registry.remove(meter);
				}
			}
			catch (RuntimeException | LinkageError ex) {
				this.failures.report("remove a meter, such as", meter.getId(), ex);
			}
		}
	}

}
