package dev.autometrics.autoconfigure;

import java.time.Duration;
import java.util.Set;

import dev.autometrics.interceptor.WeavingProblems;
import dev.autometrics.problems.Problems;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.SmartLifecycle;

/**
 * Looks for problems once the application has started. It reads code and looks at every
 * bean, so it does that on a thread of its own, which ends with the search. Where a
 * problem keeps the application from starting, the start waits for it.
 */
final class ProblemSearch implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(ProblemSearch.class);

	private final ConfigurableListableBeanFactory beanFactory;

	private final MeasurementStarter measurement;

	private final Problems problems;

	private volatile @Nullable Thread thread;

	ProblemSearch(ConfigurableListableBeanFactory beanFactory, MeasurementStarter measurement, Problems problems) {
		this.beanFactory = beanFactory;
		this.measurement = measurement;
		this.problems = problems;
	}

	@Override
	public void start() {
		if (!this.problems.areWanted() || this.thread != null) {
			return;
		}
		Thread thread = new Thread(this::search, "autometrics-problems");
		thread.setDaemon(true);
		thread.setContextClassLoader(this.beanFactory.getBeanClassLoader());
		this.thread = thread;
		thread.start();
		if (this.problems.areFatalAtStart()) {
			awaitEnd();
		}
		this.problems.checkStart();
	}

	private void search() {
		try {
			this.measurement.inspect();
			Set<Class<?>> types = new BeanInspection(this.beanFactory, this.problems).inspect();
			Class<?> application = MainClass.in(this.beanFactory);
			// A woven class is measured whether or not a bean is of it.
			boolean beansOnly = this.beanFactory.getBeanProvider(WeavingProblems.class).getIfAvailable() == null;
			if (beansOnly && application != null && AutoConfigurationPackages.has(this.beanFactory)) {
				new UnusedClasses(application, this.problems).inspect(AutoConfigurationPackages.get(this.beanFactory),
						types);
			}
		}
		catch (Throwable ex) {
			// The application may be closing already.
			logger.debug("The search for problems has ended early", ex);
		}
	}

	/**
	 * Wait until the search has ended.
	 */
	void awaitEnd() {
		awaitEnd(Duration.ZERO);
	}

	// Zero is for ever.
	private void awaitEnd(Duration longest) {
		Thread thread = this.thread;
		try {
			if (thread != null) {
				thread.join(longest.toMillis());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	// An application that closes does not wait for long, whatever its beans do when they
	// are asked for their type.
	@Override
	public void stop() {
		awaitEnd(Duration.ofSeconds(2));
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

	@Override
	public int getPhase() {
		return Integer.MAX_VALUE;
	}

}
