package dev.autometrics.promql;

import java.util.Objects;

/**
 * A question to Prometheus.
 *
 * @param name a stable key, such as {@code requestRate}
 * @param title what the answer tells, for people
 * @param promql the expression
 * @since 0.1.0
 */
public record Query(String name, String title, String promql) {

	public Query {
		Objects.requireNonNull(name, "name");
		Objects.requireNonNull(title, "title");
		Objects.requireNonNull(promql, "promql");
	}

}
