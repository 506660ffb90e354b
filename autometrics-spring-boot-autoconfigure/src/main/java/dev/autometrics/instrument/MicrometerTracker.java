package dev.autometrics.instrument;

import java.time.Duration;
import java.util.Collection;

import dev.autometrics.Result;
import dev.autometrics.live.FunctionFigures;
import dev.autometrics.model.BuildInfo;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.Metric;
import dev.autometrics.model.MetricsFormat;
import dev.autometrics.problems.Problems;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.noop.NoopCounter;
import io.micrometer.core.instrument.noop.NoopGauge;
import io.micrometer.core.instrument.noop.NoopTimer;
import org.jspecify.annotations.Nullable;

/**
 * Records to a Micrometer registry.
 * <p>
 * A metric always has the same label names, those without a value with an empty one:
 * Prometheus takes an empty label for an absent one, while a registry drops a meter whose
 * label names differ from those of an earlier one of the same name.
 *
 * @since 0.1.0
 */
public final class MicrometerTracker implements Tracker {

	/**
	 * The gauge is not named {@code build_info} here: the Prometheus client takes a
	 * suffix {@code _info} away, while Micrometer turns {@code build.info} into what the
	 * specification asks for (M7).
	 */
	static final String BUILD_INFO = "build.info";

	private final MeterRegistry registry;

	private final MetricsFormat format;

	private final FunctionLabels labels;

	private final TrackerSettings settings;

	private final MicrometerProblems problems;

	private final MicrometerRegistrations registrations;

	private final SeriesBudget budget;

	/**
	 * Create a tracker.
	 * @param registry where the meters are registered
	 * @param buildInfo what is running, the name of the service among it
	 * @param settings how functions are recorded
	 * @param problems where meters are reported that the registry does not take
	 */
	public MicrometerTracker(MeterRegistry registry, BuildInfo buildInfo, TrackerSettings settings, Problems problems) {
		this.registry = registry;
		this.format = buildInfo.format();
		this.labels = new FunctionLabels(buildInfo, settings.objectives());
		this.settings = settings;
		this.problems = new MicrometerProblems(registry, this.format, settings.buckets(), problems);
		this.registrations = new MicrometerRegistrations(registry, this.problems, problems);
		this.budget = new SeriesBudget(settings.limits(), problems);
		if (this.format.isOlder()) {
			MicrometerOlderNames.useIn(MicrometerProblems.leaves(registry));
		}
	}

	/**
	 * Be told from now on of meters that are refused.
	 * @param owned registries that end with the application
	 */
	public void watch(Collection<MeterRegistry> owned) {
		this.problems.watch(owned);
	}

	@Override
	public FunctionMeters register(InstrumentedFunction function, FunctionFigures figures) {
		Timer timer = timer(function, figures);
		if (function.concurrencyTracked()) {
			registerConcurrency(function, figures);
		}
		this.budget.addFunction(seriesOf(function));
		return new MicrometerMeters(new CallerMeters.Source() {

			@Override
			public CallerCounters register(@Nullable FunctionId caller) {
				return counters(function, figures, caller);
			}

			@Override
			public boolean admit(int callers) {
				return MicrometerTracker.this.budget.addCaller(function.id(), callers);
			}

		}, timer);
	}

	@Override
	public void publishBuildInfo() {
		Tags tags = buildInfoTags();
		this.registrations.register(Metric.BUILD_INFO, tags,
				(description) -> Gauge.builder(BUILD_INFO, () -> 1)
					.description(description)
					.tags(tags)
					.strongReference(true)
					.register(this.registry));
	}

	private Tags buildInfoTags() {
		return MicrometerTags.of(this.labels.ofBuildInfo());
	}

	@Override
	public void inspect() {
		this.problems.inspect(buildInfoTags());
	}

	@Override
	public void close() {
		this.registrations.close();
		MicrometerOlderNames.removeFrom(MicrometerProblems.leaves(this.registry));
	}

	private Timer timer(InstrumentedFunction function, FunctionFigures figures) {
		Tags tags = MicrometerTags.of(this.labels.ofDuration(function));
		Timer timer = this.registrations.register(Metric.DURATION, tags,
				(description) -> Timer.builder(this.format.dotted(Metric.DURATION))
					.description(description)
					.tags(tags)
					.serviceLevelObjectives(this.settings.bucketsOf(function).toArray(Duration[]::new))
					.register(this.registry));
		if (timer != null && !(timer instanceof NoopTimer)) {
			figures.addSeries(seriesOfDuration(function));
		}
		return (timer != null) ? timer : new NoopTimer(id(Metric.DURATION, tags, Meter.Type.TIMER));
	}

	private CallerCounters counters(InstrumentedFunction function, FunctionFigures figures,
			@Nullable FunctionId caller) {
		Counter ok = counter(function, caller, Result.OK);
		Counter error = counter(function, caller, Result.ERROR);
		int series = seriesOf(ok) + seriesOf(error);
		if (caller != null) {
			figures.addCallerSeries(series);
		}
		else {
			figures.addSeries(series);
		}
		return new CallerCounters(caller, ok, error);
	}

	// A filter that denies a meter leaves one that does nothing.
	private static int seriesOf(Counter counter) {
		return (counter instanceof NoopCounter) ? 0 : 1;
	}

	private Counter counter(InstrumentedFunction function, @Nullable FunctionId caller, Result result) {
		Tags tags = MicrometerTags.of(this.labels.ofCalls(function, caller, result));
		Counter counter = this.registrations.register(Metric.CALLS, tags,
				(description) -> Counter.builder(this.format.dotted(Metric.CALLS))
					.description(description)
					.tags(tags)
					.register(this.registry));
		return (counter != null) ? counter : new NoopCounter(id(Metric.CALLS, tags, Meter.Type.COUNTER));
	}

	private void registerConcurrency(InstrumentedFunction function, FunctionFigures figures) {
		Tags tags = MicrometerTags.of(this.labels.of(function.id()));
		Gauge gauge = this.registrations.register(Metric.CONCURRENT, tags,
				(description) -> Gauge.builder(Metric.CONCURRENT.dotted(), figures, FunctionFigures::concurrent)
					.description(description)
					.tags(tags)
					.strongReference(true)
					.register(this.registry));
		if (gauge != null && !(gauge instanceof NoopGauge)) {
			figures.addSeries(1);
		}
	}

	private Meter.Id id(Metric metric, Tags tags, Meter.Type type) {
		return new Meter.Id(this.format.dotted(metric), tags, null, metric.description(), type);
	}

	private int seriesOf(InstrumentedFunction function) {
		return seriesOfDuration(function) + (function.concurrencyTracked() ? 1 : 0);
	}

	// The buckets, that without a bound, count, sum and Micrometer's maximum.
	private int seriesOfDuration(InstrumentedFunction function) {
		return this.settings.bucketsOf(function).size() + 4;
	}

}
