package dev.autometrics.instrument;

import java.time.Duration;
import java.util.Map;

import dev.autometrics.Result;
import dev.autometrics.live.FunctionFigures;
import dev.autometrics.model.BuildInfo;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.Label;
import dev.autometrics.model.Metric;
import dev.autometrics.model.MetricsFormat;
import dev.autometrics.model.ObjectiveLabels;
import dev.autometrics.problems.Problems;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;
import org.jspecify.annotations.Nullable;

/**
 * Records to the metrics API of OpenTelemetry. What reads the metrics, and whether they
 * carry exemplars, is up to the SDK behind it.
 * <p>
 * There is one instrument for each metric, which all functions share. Its buckets are
 * advice, and advice is given once: the thresholds of all objectives are bounds for all
 * functions.
 *
 * @since 0.1.0
 */
public final class OpenTelemetryTracker implements Tracker {

	/**
	 * Name of the instrumentation scope. It has no version, which would be a label of
	 * every series and change with each release.
	 */
	public static final String SCOPE = "dev.autometrics";

	private final MetricsFormat format;

	private static final int RESULTS = Result.values().length;

	private final FunctionLabels labels;

	private final TrackerSettings settings;

	private final SeriesBudget budget;

	private final RecordingFailures failures;

	private final LongCounter calls;

	private final DoubleHistogram durations;

	private final OpenTelemetryGauges gauges;

	private final boolean noop;

	/**
	 * Create a tracker.
	 * @param openTelemetry where the instruments come from
	 * @param buildInfo what is running, the name of the service among it
	 * @param settings how functions are recorded
	 * @param problems where limits are reported that are exceeded
	 */
	public OpenTelemetryTracker(OpenTelemetry openTelemetry, BuildInfo buildInfo, TrackerSettings settings,
			Problems problems) {
		Meter meter = openTelemetry.getMeter(SCOPE);
		this.labels = new FunctionLabels(buildInfo, settings.objectives());
		this.settings = settings;
		this.budget = new SeriesBudget(settings.limits(), problems);
		this.failures = new RecordingFailures(problems);
		this.format = buildInfo.format();
		this.calls = counter(meter);
		this.durations = meter.histogramBuilder(this.format.dotted(Metric.DURATION))
			.setDescription(Metric.DURATION.description())
			.setUnit(this.format.durationUnit())
			.setExplicitBucketBoundariesAdvice(
					settings.allBuckets().stream().map(OpenTelemetryTracker::seconds).toList())
			.build();
		this.gauges = new OpenTelemetryGauges(meter);
		this.noop = this.calls.getClass() == counter(MeterProvider.noop().get(SCOPE)).getClass();
	}

	private LongCounter counter(Meter meter) {
		return meter.counterBuilder(this.format.dotted(Metric.CALLS))
			.setDescription(Metric.CALLS.description())
			.build();
	}

	// The number that the label of a threshold says.
	private static double seconds(Duration bound) {
		return Double.parseDouble(ObjectiveLabels.threshold(bound));
	}

	/**
	 * Return whether what is recorded here is lost.
	 * @return {@code true} if there is no SDK behind the API, or none for metrics
	 */
	public boolean isNoop() {
		return this.noop;
	}

	@Override
	public FunctionMeters register(InstrumentedFunction function, FunctionFigures figures) {
		if (function.concurrencyTracked()) {
			guard(Metric.CONCURRENT,
					() -> this.gauges.addConcurrency(figures, attributes(this.labels.of(function.id()))));
		}
		int series = seriesOf(function);
		this.budget.addFunction(series);
		figures.addSeries(this.noop ? 0 : series);
		return new OpenTelemetryMeters(new CallerMeters.Source() {

			@Override
			public OpenTelemetryCounters register(@Nullable FunctionId caller) {
				return counters(function, figures, caller);
			}

			@Override
			public boolean admit(int callers) {
				return OpenTelemetryTracker.this.budget.addCaller(function.id(), callers);
			}

		}, this.durations, attributes(this.labels.ofDuration(function)));
	}

	private OpenTelemetryCounters counters(InstrumentedFunction function, FunctionFigures figures,
			@Nullable FunctionId caller) {
		OpenTelemetryCounters counters = new OpenTelemetryCounters(caller, this.calls,
				attributes(this.labels.ofCalls(function, caller, Result.OK)),
				attributes(this.labels.ofCalls(function, caller, Result.ERROR)));
		guard(Metric.CALLS, counters::publish);
		int series = this.noop ? 0 : RESULTS;
		if (caller != null) {
			figures.addCallerSeries(series);
		}
		else {
			figures.addSeries(series);
		}
		return counters;
	}

	@Override
	public void publishBuildInfo() {
		guard(Metric.BUILD_INFO, () -> this.gauges.publishBuildInfo(attributes(this.labels.ofBuildInfo())));
	}

	/**
	 * Take the gauges back. What has been counted stays in the SDK, which has no way to
	 * remove it.
	 */
	@Override
	public void close() {
		guard(Metric.BUILD_INFO, this.gauges::close);
	}

	private static Attributes attributes(Map<Label, String> labels) {
		return OpenTelemetryAttributes.of(labels);
	}

	// The buckets, that without a bound, count and sum.
	private int seriesOf(InstrumentedFunction function) {
		return this.settings.allBuckets().size() + 3 + (function.concurrencyTracked() ? 1 : 0);
	}

	private void guard(Metric metric, Runnable action) {
		try {
			action.run();
		}
		catch (RuntimeException | LinkageError ex) {
			this.failures.report("publish", metric.dotted(), ex);
		}
	}

}
