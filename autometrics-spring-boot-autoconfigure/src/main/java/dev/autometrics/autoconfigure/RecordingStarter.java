package dev.autometrics.autoconfigure;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.autometrics.instrument.CallRecorder;
import dev.autometrics.instrument.Tracker;
import dev.autometrics.model.FunctionCatalog;
import dev.autometrics.model.InstrumentedFunction;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Starts to record once the application's beans are there, and with them the registry,
 * its filters and its common tags. Every function known by then gets its meters at zero;
 * calls that have ended already are recorded now.
 */
final class RecordingStarter implements SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(RecordingStarter.class);

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
		logger.info(summary(this.catalog.snapshot()));
	}

	private static String summary(List<InstrumentedFunction> functions) {
		SortedSet<String> beans = new TreeSet<>();
		functions.forEach((function) -> beans.addAll(function.beans()));
		return "Measuring %d functions of %d beans".formatted(functions.size(), beans.size());
	}

}
