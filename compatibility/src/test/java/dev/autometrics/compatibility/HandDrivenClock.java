package dev.autometrics.compatibility;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import dev.autometrics.instrument.CallRecorder;
import dev.autometrics.instrument.CallRecorder.Settings;
import dev.autometrics.live.LiveFigures;
import dev.autometrics.problems.Problems;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;

/**
 * A clock that a test moves, in place of the one that calls are timed by.
 */
final class HandDrivenClock implements BeanFactoryPostProcessor {

	private static final String RECORDER = "autometricsCallRecorder";

	private final AtomicLong nanos = new AtomicLong();

	private final Settings settings;

	HandDrivenClock(Settings settings) {
		this.settings = settings;
	}

	void advance(Duration duration) {
		this.nanos.addAndGet(duration.toNanos());
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		BeanDefinitionRegistry registry = (BeanDefinitionRegistry) beanFactory;
		registry.removeBeanDefinition(RECORDER);
		registry.registerBeanDefinition(RECORDER,
				new RootBeanDefinition(CallRecorder.class,
						() -> new CallRecorder(beanFactory.getBean(LiveFigures.class), this.nanos::get, this.settings,
								beanFactory.getBean(Problems.class))));
	}

}
