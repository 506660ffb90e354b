package dev.autometrics.compatibility.export;

import dev.autometrics.Autometrics;

/**
 * A job that takes a while.
 */
public class BatchFunctions {

	/**
	 * Take thirty milliseconds.
	 * @throws InterruptedException if the job is to end
	 */
	@Autometrics
	public void load() throws InterruptedException {
		Thread.sleep(30);
	}

}
