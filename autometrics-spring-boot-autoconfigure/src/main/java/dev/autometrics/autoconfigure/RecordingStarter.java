package dev.autometrics.autoconfigure;

import dev.autometrics.instrument.CallRecorder;
import dev.autometrics.instrument.Tracker;
import dev.autometrics.model.FunctionCatalog;

import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Starts to record once the application's beans are there, and with them the registry,
 * its filters and its common tags. Every function known by then gets its meters at zero;
 * calls that have ended already are recorded now.
 */
final class RecordingStarter implements SmartInitializingSingleton {

	private final FunctionCatalog catalog;

	private final CallRecorder recorder;

	private final Tracker tracker;

	private final DeferredBeans deferredBeans;

	RecordingStarter(FunctionCatalog catalog, CallRecorder recorder, Tracker tracker, DeferredBeans deferredBeans) {
		this.catalog = catalog;
		this.recorder = recorder;
		this.tracker = tracker;
		this.deferredBeans = deferredBeans;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.deferredBeans.enterFunctions();
		this.tracker.publishBuildInfo();
		this.recorder.open(this.tracker);
		this.catalog.subscribe(this.recorder::recorderOf);
	}

}
