package dev.autometrics.autoconfigure;

import java.time.Duration;

import dev.autometrics.instrument.TrackerSettings;
import dev.autometrics.live.HistorySampler;
import dev.autometrics.live.LiveFigures;
import dev.autometrics.model.FunctionCatalog;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.InstrumentedFunction;

import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Starts to count durations and callers in memory, and to take samples of them, once the
 * application's beans are there. Whoever opens the page wants to know what was before, so
 * nothing waits for a request.
 */
final class HistoryStarter implements SmartInitializingSingleton {

	private final LiveFigures figures;

	private final FunctionCatalog catalog;

	private final TrackerSettings settings;

	private final HistorySampler sampler;

	HistoryStarter(LiveFigures figures, FunctionCatalog catalog, TrackerSettings settings, HistorySampler sampler) {
		this.figures = figures;
		this.catalog = catalog;
		this.settings = settings;
		this.sampler = sampler;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.figures.detail(new LiveFigures.Details(this::bounds, this.settings.limits().callers()));
		this.sampler.start();
	}

	// The same buckets as in the metrics, so that percentiles are the same.
	private long[] bounds(FunctionId id) {
		InstrumentedFunction function = this.catalog.find(id);
		return ((function != null) ? this.settings.bucketsOf(function) : this.settings.buckets()).stream()
			.mapToLong(Duration::toNanos)
			.toArray();
	}

}
