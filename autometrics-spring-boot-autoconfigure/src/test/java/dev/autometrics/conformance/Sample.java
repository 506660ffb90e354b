package dev.autometrics.conformance;

import java.util.Map;

/**
 * One line of a scrape.
 *
 * @param name the name of the metric, suffix included
 * @param labels the labels, empty values included
 * @param value the value
 */
record Sample(String name, Map<String, String> labels, double value) {

	Sample {
		labels = Map.copyOf(labels);
	}

	/**
	 * Return the value of a label. As in Prometheus, an absent one is empty.
	 * @param label the name of the label
	 * @return the value, possibly empty
	 */
	String label(String label) {
		return this.labels.getOrDefault(label, "");
	}

}
