package dev.autometrics.dashboards;

import java.util.List;

/**
 * One of the dashboards.
 *
 * @param name its name, for people and for programs
 * @param heading what stands before the name of the service in its title
 * @param description what it shows
 * @param variables its variables
 * @param panels its panels, from left to right and from top to bottom
 */
record Dashboard(String name, String heading, String description, List<JsonObject> variables, List<Panel> panels) {

	Dashboard {
		variables = List.copyOf(variables);
		panels = List.copyOf(panels);
	}

}
