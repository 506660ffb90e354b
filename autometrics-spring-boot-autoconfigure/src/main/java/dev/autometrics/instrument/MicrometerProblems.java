package dev.autometrics.instrument;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.autometrics.model.Label;
import dev.autometrics.model.Metric;
import dev.autometrics.model.MetricsFormat;
import dev.autometrics.problems.Problem;
import dev.autometrics.problems.ProblemCode;
import dev.autometrics.problems.Problems;
import dev.autometrics.problems.Severity;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.noop.NoopMeter;

/**
 * Looks for meters that a registry does not take, or takes in another form. A composite
 * registry says nothing of that, so each of those in it is asked.
 */
final class MicrometerProblems {

	private final MeterRegistry registry;

	private final MetricsFormat format;

	private final List<Duration> buckets;

	private final Problems problems;

	private final RecordingFailures failures;

	// Those of the start are looked at when it is over, so that it does not take longer.
	private final Queue<MicrometerMeter> unchecked = new ConcurrentLinkedQueue<>();

	private volatile boolean started;

	/**
	 * Create a search.
	 * @param registry the registry
	 * @param format the form of the metrics
	 * @param buckets the bounds of the buckets that histograms should have
	 * @param problems where problems are reported
	 */
	MicrometerProblems(MeterRegistry registry, MetricsFormat format, List<Duration> buckets, Problems problems) {
		this.registry = registry;
		this.format = format;
		this.buckets = buckets;
		this.problems = problems;
		this.failures = new RecordingFailures(problems);
	}

	/**
	 * Be told from now on of meters that are refused by registries that end with the
	 * application. One that lives longer would keep what it tells, and with it the
	 * classes of the application, for ever.
	 * @param owned registries
	 */
	void watch(Collection<MeterRegistry> owned) {
		if (this.problems.areWanted()) {
			owned.stream()
				.flatMap(MicrometerProblems::leaves)
				.distinct()
				.forEach((leaf) -> leaf.config().onMeterRegistrationFailed(this::reportRefusal));
		}
	}

	private void reportRefusal(Meter.Id id, String reason) {
		if (id.getName().equals(MicrometerTracker.BUILD_INFO)) {
			this.problems.report(otherBuildInfo(reason));
		}
		else {
			Arrays.stream(Metric.values())
				.filter((metric) -> id.getName().equals(this.format.dotted(metric)))
				.forEach((metric) -> this.problems.report(new Problem(ProblemCode.METER_REJECTED,
						this.format.prometheus(metric), "The registry refuses " + id + ": " + reason,
						"Rename the other meter of this name, or give it the same label names.")));
		}
	}

	private static Problem otherBuildInfo(String found) {
		return new Problem(ProblemCode.OTHER_BUILD_INFO, Metric.BUILD_INFO.prometheus(),
				"There is another meter of this name: " + found,
				"Rename it. Queries by version and commit need one build_info per instance.");
	}

	static Stream<MeterRegistry> leaves(MeterRegistry registry) {
		return (registry instanceof CompositeMeterRegistry composite)
				? composite.getRegistries().stream().flatMap(MicrometerProblems::leaves) : Stream.of(registry);
	}

	/**
	 * Look at a meter that has been registered, at the latest with {@link #inspect}.
	 * @param metric the metric that it belongs to
	 * @param meter what the registry returned
	 */
	void check(Metric metric, Meter meter) {
		if (this.problems.areWanted()) {
			this.unchecked.add(new MicrometerMeter(metric, meter));
			if (this.started) {
				checkAll();
			}
		}
	}

	/**
	 * Look at all meters that have been registered, and from now on at each that is; and
	 * for another metric named build_info.
	 * @param ours the labels of that of Autometrics
	 */
	void inspect(Tags ours) {
		this.started = true;
		checkAll();
		checkBuildInfo(ours);
	}

	private void checkAll() {
		for (MicrometerMeter next = this.unchecked.poll(); next != null; next = this.unchecked.poll()) {
			try {
				checkIn(this.registry, next.metric(), next.meter());
			}
			catch (RuntimeException | LinkageError ex) {
				this.failures.report("look at a meter, such as", next.meter().getId(), ex);
			}
		}
	}

	private void checkIn(MeterRegistry registry, Metric metric, Meter meter) {
		if (registry instanceof CompositeMeterRegistry composite) {
			composite.getRegistries().forEach((part) -> checkIn(part, metric, meter));
		}
		else if (!registry.isClosed()) {
			check(metric, registry, meterIn(registry, meter));
		}
	}

	// A registry returns the meter that it has of an id, or the empty one that it denies.
	private Meter meterIn(MeterRegistry leaf, Meter meter) {
		Meter.Id id = meter.getId();
		if (leaf == this.registry || meter instanceof NoopMeter) {
			return meter;
		}
		if (meter instanceof Counter) {
			return leaf.counter(id.getName(), id.getTags());
		}
		return (meter instanceof Timer) ? leaf.timer(id.getName(), id.getTags()) : meter;
	}

	private void check(Metric metric, MeterRegistry leaf, Meter meter) {
		if (meter instanceof NoopMeter) {
			this.problems.report(new Problem(ProblemCode.METER_DENIED, this.format.prometheus(metric),
					"A MeterFilter denies it in " + leaf.getClass().getSimpleName() + ", at least " + meter.getId()
							+ ".",
					"If that is not meant, look at management.metrics.enable.* and at beans of type MeterFilter."));
		}
		else if (meter instanceof Timer timer) {
			checkUnit(metric, leaf, timer);
			checkBuckets(timer);
		}
	}

	private void checkUnit(Metric metric, MeterRegistry leaf, Timer timer) {
		if (leaf.getClass().getSimpleName().startsWith("Otlp") && timer.baseTimeUnit() != TimeUnit.SECONDS) {
			this.problems.report(new Problem(ProblemCode.OTLP_IN_MILLISECONDS, metric.dotted(),
					"Over OTLP it is published in " + timer.baseTimeUnit().name().toLowerCase(Locale.ROOT)
							+ ", while queries and objectives expect seconds.",
					"Set management.otlp.metrics.export.base-time-unit=seconds, which is for all timers."));
		}
	}

	private void checkBuckets(Timer timer) {
		CountAtBucket[] buckets = timer.takeSnapshot().histogramCounts();
		if (buckets.length == 0) {
			return;
		}
		String threshold = timer.getId().getTag(Label.OBJECTIVE_LATENCY_THRESHOLD.dotted());
		if (threshold != null && !threshold.isEmpty()
				&& !hasBucket(buckets, Math.round(Double.parseDouble(threshold) * 1e9))) {
			reportBuckets(Severity.WARN, "the threshold " + threshold + " s of its objective", timer);
			return;
		}
		List<Long> missing = new ArrayList<>();
		for (Duration bound : this.buckets) {
			if (!hasBucket(buckets, bound.toNanos())) {
				missing.add(bound.toMillis());
			}
		}
		if (!missing.isEmpty()) {
			reportBuckets(Severity.INFO, missing + " ms", timer);
		}
	}

	private static boolean hasBucket(CountAtBucket[] buckets, long nanos) {
		for (CountAtBucket bucket : buckets) {
			if ((long) bucket.bucket(TimeUnit.NANOSECONDS) == nanos) {
				return true;
			}
		}
		return false;
	}

	private void reportBuckets(Severity severity, String missing, Timer timer) {
		this.problems
			.report(new Problem(ProblemCode.BUCKETS_REPLACED, severity, this.format.prometheus(Metric.DURATION),
					"Its histogram has no bucket for " + missing + ", at least " + timer.getId() + ".",
					"Set autometrics.buckets instead of management.metrics.distribution.*, and look at beans of type "
							+ "MeterFilter."));
	}

	private void checkBuildInfo(Tags ours) {
		leaves(this.registry)
			.flatMap((leaf) -> List.of(MicrometerTracker.BUILD_INFO, Metric.BUILD_INFO.dotted())
				.stream()
				.flatMap((name) -> leaf.find(name).meters().stream()))
			.map(Meter::getId)
			.filter((id) -> !id.getTags().containsAll(ours.stream().toList()))
			.findFirst()
			.ifPresent((id) -> this.problems.report(otherBuildInfo(id.toString())));
	}

	private record MicrometerMeter(Metric metric, Meter meter) {

	}

}
