package dev.autometrics.conformance.app;

import java.util.concurrent.CountDownLatch;

import dev.autometrics.Autometrics;

import org.springframework.stereotype.Component;

/**
 * A function that lasts for as long as the test wants.
 */
@Component
public class Gate {

	@Autometrics(trackConcurrency = true)
	public void pass(CountDownLatch entered, CountDownLatch opened) throws InterruptedException {
		entered.countDown();
		opened.await();
	}

	@Autometrics
	public void bypass() {
	}

}
