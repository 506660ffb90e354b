package dev.autometrics.conformance.app;

import dev.autometrics.Autometrics;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Functions that belong to objectives.
 */
@Component
@Profile("objectives")
@Autometrics(objective = "api")
public class Pledges {

	/**
	 * Belong to the objective of the class.
	 */
	public void ofClass() {
	}

	/**
	 * Belong to an objective of successes alone.
	 */
	@Autometrics(objective = "successful")
	public void successful() {
	}

	/**
	 * Belong to an objective of durations alone.
	 */
	@Autometrics(objective = "quick")
	public void quick() {
	}

	/**
	 * Belong to an objective with a threshold that is no bucket.
	 */
	@Autometrics(objective = "odd")
	public void odd() {
	}

	/**
	 * Belong to an objective with an unusual name.
	 */
	@Autometrics(objective = "ä/b")
	public void named() {
	}

	/**
	 * Belong to none.
	 */
	@Autometrics
	public void none() {
	}

}
