package dev.autometrics.autoconfigure;

import java.util.List;

import dev.autometrics.ResultClassifier;
import dev.autometrics.export.AutometricsFiles;
import dev.autometrics.instrument.CallRecorder;
import dev.autometrics.instrument.RecordingFailures;
import dev.autometrics.instrument.Tracker;
import dev.autometrics.interceptor.CompletionAdapter;
import dev.autometrics.interceptor.MeasuredMethods;
import dev.autometrics.live.LiveFigures;
import dev.autometrics.model.FunctionCatalog;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.Objectives;
import dev.autometrics.problems.Problems;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Starts to measure once the application's beans are there, and with them the registry,
 * its filters and its common tags. Every function known by then gets its meters at zero;
 * calls that have ended already are recorded now.
 * <p>
 * An application that has no function, and sets no property of Autometrics, has nothing
 * to record to either, until the first function turns up. That keeps half of the library
 * out of a start that has no use for it. Safe for concurrent use.
 */
final class MeasurementStarter implements SmartInitializingSingleton {

	private final ConfigurableListableBeanFactory beanFactory;

	private final DeferredBeans deferredBeans;

	private final EarlyProperties early;

	private final Objectives objectives;

	private volatile @Nullable CallRecorder recorder;

	private volatile boolean running;

	MeasurementStarter(ConfigurableListableBeanFactory beanFactory, DeferredBeans deferredBeans, EarlyProperties early,
			Objectives objectives) {
		this.beanFactory = beanFactory;
		this.deferredBeans = deferredBeans;
		this.early = early;
		this.objectives = objectives;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.deferredBeans.enterFunctions();
		if (this.early.areSet()) {
			// What is wrong with one of them is told at the start.
			recorder();
		}
		FunctionCatalog catalog = this.beanFactory.getBean(AutometricsAutoConfiguration.CATALOG_BEAN_NAME,
				FunctionCatalog.class);
		catalog.subscribe(this::measure);
		new ObjectiveCheck(catalog, this.objectives, problems()).start();
		this.running = true;
		String directory = this.early.exportDirectory();
		if (directory != null) {
			FileExport.to(directory, this.beanFactory.getBean(AutometricsFiles.class));
		}
	}

	private void measure(InstrumentedFunction function) {
		try {
			recorder().recorderOf(function);
		}
		catch (RuntimeException | LinkageError ex) {
			if (!this.running) {
				throw ex;
			}
			// Whoever creates the bean of the function, or calls it, knows nothing of
			// this.
			new RecordingFailures(problems()).report("start to record calls of", function.id(), ex);
		}
	}

	private Problems problems() {
		return this.beanFactory.getBean(AutometricsAutoConfiguration.PROBLEMS_BEAN_NAME, Problems.class);
	}

	private CallRecorder recorder() {
		CallRecorder recorder = this.recorder;
		return (recorder != null) ? recorder : open();
	}

	// Beans are not asked for within the lock: whoever makes one may wait for it.
	private CallRecorder open() {
		CallRecorder recorder = this.beanFactory.getBean(CallRecorder.class);
		Tracker tracker = this.beanFactory.getBean(Tracker.class);
		MeasuredMethods methods = this.beanFactory.getBean(MeasuredMethods.class);
		stopUnseenFigures();
		List<CompletionAdapter> adapters = all(CompletionAdapter.class);
		List<ResultClassifier> classifiers = all(ResultClassifier.class);
		synchronized (this) {
			if (this.recorder == null) {
				methods.extend(adapters, classifiers);
				tracker.publishBuildInfo();
				recorder.open(tracker);
				this.recorder = recorder;
			}
		}
		return recorder;
	}

	private void stopUnseenFigures() {
		if (!this.beanFactory.containsBean(AutometricsEndpointAutoConfiguration.FUNCTIONS_BEAN_NAME)) {
			this.beanFactory.getBean(LiveFigures.class).stop();
		}
	}

	private <T> List<T> all(Class<T> type) {
		return this.beanFactory.getBeanProvider(type).orderedStream().toList();
	}

	/**
	 * Look for problems of what is recorded to, if there is anything.
	 */
	void inspect() {
		if (this.recorder != null) {
			this.beanFactory.getBean(Tracker.class).inspect();
		}
	}

}
