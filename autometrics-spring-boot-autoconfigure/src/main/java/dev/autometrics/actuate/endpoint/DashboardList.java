package dev.autometrics.actuate.endpoint;

import java.util.List;

import dev.autometrics.dashboards.Dashboards;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * The Grafana dashboards that are made for the application.
 *
 * @param dashboards the dashboards
 * @since 0.1.0
 */
public record DashboardList(List<Entry> dashboards) implements OperationResponseBody {

	public DashboardList {
		dashboards = List.copyOf(dashboards);
	}

	static DashboardList of(Dashboards dashboards) {
		return new DashboardList(dashboards.names()
			.stream()
			.map((name) -> new Entry(name, dashboards.title(name), dashboards.uid(name)))
			.toList());
	}

	/**
	 * A dashboard.
	 *
	 * @param name the last segment of its path
	 * @param title what Grafana shows
	 * @param uid what Grafana knows it by
	 */
	public record Entry(String name, String title, String uid) {

	}

}
