package dev.autometrics.sample;

import java.util.Map;

/**
 * A series and its value at one time.
 *
 * @param labels the labels, the name of the metric left out
 * @param value the value
 */
record Sample(Map<String, String> labels, double value) {

	String label(String name) {
		return this.labels.getOrDefault(name, "");
	}

}
