package dev.autometrics.dashboards;

import java.util.ArrayList;
import java.util.List;

/**
 * The places of the panels: side by side in their order, and below where one does not fit
 * any more.
 */
final class Grid {

	private final List<JsonObject> placed = new ArrayList<>();

	private int column;

	private int line;

	private int nextLine;

	private Grid() {
	}

	static List<JsonObject> place(List<Panel> panels) {
		Grid grid = new Grid();
		panels.forEach(grid::place);
		return List.copyOf(grid.placed);
	}

	private void place(Panel panel) {
		if (this.column + panel.width() > Panel.WIDTH) {
			this.column = 0;
			this.line = this.nextLine;
		}
		this.placed.add(panel.toJson(this.placed.size() + 1, this.column, this.line));
		this.column += panel.width();
		this.nextLine = Math.max(this.nextLine, this.line + panel.height());
	}

}
