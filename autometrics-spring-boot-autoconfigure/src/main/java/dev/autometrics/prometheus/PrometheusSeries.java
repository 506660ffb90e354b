package dev.autometrics.prometheus;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A series of an answer. What is not a number, or infinite, is no point of it.
 *
 * @param labels the labels, without the name of the metric
 * @param points the points, oldest first
 * @since 0.1.0
 */
public record PrometheusSeries(Map<String, String> labels, List<Point> points) {

	public PrometheusSeries {
		labels = Map.copyOf(labels);
		points = List.copyOf(points);
	}

	/**
	 * Return the value of a label.
	 * @param name the name of the label
	 * @return the value, empty if there is no such label
	 */
	public String label(String name) {
		return this.labels.getOrDefault(name, "");
	}

	/**
	 * Return the only value, or the newest.
	 * @return the value, {@code null} if there is none
	 */
	public @Nullable Double value() {
		return this.points.isEmpty() ? null : this.points.get(this.points.size() - 1).value();
	}

	/**
	 * A value at a time.
	 *
	 * @param seconds the time in seconds since the epoch
	 * @param value a finite number
	 */
	public record Point(double seconds, double value) {

	}

}
