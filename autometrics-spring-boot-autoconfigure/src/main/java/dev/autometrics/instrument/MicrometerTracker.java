package dev.autometrics.instrument;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.autometrics.Objective;
import dev.autometrics.ObjectiveLatency;
import dev.autometrics.Result;
import dev.autometrics.live.FunctionFigures;
import dev.autometrics.model.BuildInfo;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.Label;
import dev.autometrics.model.Metric;
import dev.autometrics.model.Objectives;
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

	private final BuildInfo buildInfo;

	private final MicrometerTags tags;

	private final Settings settings;

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
	public MicrometerTracker(MeterRegistry registry, BuildInfo buildInfo, Settings settings, Problems problems) {
		this.registry = registry;
		this.buildInfo = buildInfo;
		this.tags = new MicrometerTags(buildInfo.service(), settings.objectives());
		this.settings = settings;
		this.problems = new MicrometerProblems(registry, settings.buckets(), problems);
		this.registrations = new MicrometerRegistrations(registry, this.problems, problems);
		this.budget = new SeriesBudget(settings.limits(), problems);
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
		this.budget.addFunction(this.settings.seriesOf(function));
		return new MicrometerMeters(new MicrometerMeters.Callers() {

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
		return Tags.of(Label.SERVICE_NAME.dotted(), this.buildInfo.service())
			.and(Label.AUTOMETRICS_VERSION.dotted(), BuildInfo.AUTOMETRICS_VERSION)
			.and(Label.VERSION.dotted(), this.buildInfo.version())
			.and(Label.COMMIT.dotted(), this.buildInfo.commit())
			.and(Label.BRANCH.dotted(), this.buildInfo.branch())
			.and(Label.REPOSITORY_URL.dotted(), this.buildInfo.repository().url())
			.and(Label.REPOSITORY_PROVIDER.dotted(), this.buildInfo.repository().provider());
	}

	@Override
	public void inspect() {
		this.problems.checkBuildInfo(buildInfoTags());
	}

	@Override
	public void close() {
		this.registrations.close();
	}

	private Timer timer(InstrumentedFunction function, FunctionFigures figures) {
		Tags tags = this.tags.ofDuration(function);
		Timer timer = this.registrations.register(Metric.DURATION, tags,
				(description) -> Timer.builder(Metric.DURATION.dotted())
					.description(description)
					.tags(tags)
					.serviceLevelObjectives(this.settings.bucketsOf(function).toArray(Duration[]::new))
					.register(this.registry));
		if (timer != null && !(timer instanceof NoopTimer)) {
			figures.addSeries(this.settings.seriesOfDuration(function));
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
		Tags tags = this.tags.ofCalls(function, caller, result);
		Counter counter = this.registrations.register(Metric.CALLS, tags,
				(description) -> Counter.builder(Metric.CALLS.dotted())
					.description(description)
					.tags(tags)
					.register(this.registry));
		return (counter != null) ? counter : new NoopCounter(id(Metric.CALLS, tags, Meter.Type.COUNTER));
	}

	private void registerConcurrency(InstrumentedFunction function, FunctionFigures figures) {
		Tags tags = this.tags.of(function.id());
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

	private static Meter.Id id(Metric metric, Tags tags, Meter.Type type) {
		return new Meter.Id(metric.dotted(), tags, null, metric.description(), type);
	}

	/**
	 * How functions are recorded.
	 *
	 * @param buckets the upper bounds of the buckets of the histograms
	 * @param objectives the objectives that functions name
	 * @param limits how much is recorded
	 */
	public record Settings(List<Duration> buckets, Objectives objectives, Limits limits) {

		public Settings {
			buckets = List.copyOf(buckets);
		}

		/**
		 * Return the upper bounds of the buckets of a function: a threshold is one too.
		 * @param function the function
		 * @return the bounds in ascending order
		 */
		public Collection<Duration> bucketsOf(InstrumentedFunction function) {
			Objective objective = (function.objective() != null) ? this.objectives.find(function.objective()) : null;
			ObjectiveLatency latency = (objective != null) ? objective.latency() : null;
			if (latency == null || this.buckets.contains(latency.threshold())) {
				return this.buckets;
			}
			SortedSet<Duration> all = new TreeSet<>(this.buckets);
			all.add(latency.threshold());
			return all;
		}

		private int seriesOf(InstrumentedFunction function) {
			return seriesOfDuration(function) + (function.concurrencyTracked() ? 1 : 0);
		}

		// The buckets, that without a bound, count, sum and Micrometer's maximum.
		private int seriesOfDuration(InstrumentedFunction function) {
			return bucketsOf(function).size() + 4;
		}

	}

}
