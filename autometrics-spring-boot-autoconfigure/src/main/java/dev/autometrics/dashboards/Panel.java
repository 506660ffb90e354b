package dev.autometrics.dashboards;

import java.util.ArrayList;
import java.util.List;

/**
 * A panel of a dashboard, built up step by step.
 * <p>
 * Rates are asked for once a minute, so that Grafana's {@code $__rate_interval} is four
 * minutes at least. It is too short otherwise for what is scraped, or pushed, once a
 * minute by a data source that does not know it.
 */
final class Panel {

	static final int WIDTH = 24;

	private static final String SMALLEST_STEP = "1m";

	private final String type;

	private final String title;

	private final JsonObject options;

	private final JsonObject defaults = new JsonObject();

	private final List<JsonObject> overrides = new ArrayList<>();

	private final List<JsonObject> targets = new ArrayList<>();

	private final List<JsonObject> transformations = new ArrayList<>();

	private String description = "";

	private int width = WIDTH / 2;

	private int height = 8;

	private Panel(String type, String title, JsonObject options) {
		this.type = type;
		this.title = title;
		this.options = options;
	}

	static Panel row(String title) {
		return new Panel("row", title, new JsonObject()).size(WIDTH, 1);
	}

	static Panel graph(String title, String unit) {
		JsonObject legend = new JsonObject().with("displayMode", "table")
			.with("placement", "bottom")
			.with("showLegend", true)
			.with("calcs", List.of("lastNotNull", "max"));
		Panel panel = new Panel("timeseries", title, new JsonObject().with("legend", legend)
			.with("tooltip", new JsonObject().with("mode", "multi").with("sort", "desc")));
		panel.defaults.with("unit", unit)
			.with("custom",
					new JsonObject().with("drawStyle", "line")
						.with("lineWidth", 1)
						.with("fillOpacity", 10)
						.with("showPoints", "auto"));
		return panel;
	}

	static Panel figure(String title, String unit) {
		Panel panel = new Panel("stat", title, new JsonObject().with("colorMode", "value")
			.with("graphMode", "area")
			.with("justifyMode", "auto")
			.with("orientation", "auto")
			.with("reduceOptions",
					new JsonObject().with("calcs", List.of("lastNotNull")).with("fields", "").with("values", false))
			.with("percentChangeColorMode", "standard")
			.with("showPercentChange", false)
			.with("textMode", "auto")
			.with("wideLayout", true)).size(4, 4);
		panel.defaults.with("unit", unit).with("noValue", "no data");
		return panel;
	}

	static Panel table(String title) {
		return new Panel("table", title,
				new JsonObject().with("frameIndex", 0).with("showHeader", true).with("cellHeight", "sm"));
	}

	static Panel heatmap(String title) {
		Panel panel = new Panel("heatmap", title,
				new JsonObject().with("calculate", false)
					.with("cellGap", 1)
					.with("color",
							new JsonObject().with("mode", "scheme")
								.with("scheme", "Oranges")
								.with("exponent", 0.5)
								.with("fill", "dark-orange")
								.with("reverse", false)
								.with("steps", 64))
					.with("exemplars", new JsonObject().with("color", "rgba(255,0,255,0.7)"))
					.with("filterValues", new JsonObject().with("le", 1e-9))
					.with("legend", new JsonObject().with("show", true))
					.with("rowsFrame", new JsonObject().with("layout", "auto"))
					.with("showValue", "never")
					.with("tooltip", new JsonObject().with("mode", "single").with("yHistogram", false))
					.with("yAxis", new JsonObject().with("axisPlacement", "left").with("unit", "s")));
		panel.defaults.with("unit", "reqps");
		return panel;
	}

	static Panel markdown(String title, String content) {
		return new Panel("text", title, new JsonObject().with("mode", "markdown").with("content", content));
	}

	Panel described(String text) {
		this.description = text;
		return this;
	}

	Panel size(int columns, int rows) {
		this.width = columns;
		this.height = rows;
		return this;
	}

	Panel from(double least) {
		this.defaults.with("min", least);
		return this;
	}

	Panel upTo(double most) {
		this.defaults.with("max", most);
		return this;
	}

	Panel colored(JsonObject... steps) {
		this.defaults.with("color", new JsonObject().with("mode", "thresholds"))
			.with("thresholds", new JsonObject().with("mode", "absolute").with("steps", List.of(steps)));
		return this;
	}

	Panel query(String legend, String promql) {
		this.targets.add(target(promql).with("legendFormat", legend)
			.with("range", true)
			.with("instant", false)
			.with("interval", SMALLEST_STEP));
		return this;
	}

	Panel buckets(String promql) {
		query("{{le}}", promql);
		this.targets.get(0).with("format", "heatmap");
		return this;
	}

	/**
	 * Ask for the value at the end of the time range.
	 * @param promql the query
	 * @return this panel
	 */
	Panel now(String promql) {
		this.targets.add(target(promql).with("format", "table").with("range", false).with("instant", true));
		return this;
	}

	private JsonObject target(String promql) {
		return new JsonObject().with("refId", String.valueOf((char) ('A' + this.targets.size())))
			.with("datasource", Variables.datasource())
			.with("editorMode", "code")
			.with("expr", promql);
	}

	Panel transformed(JsonObject transformation) {
		this.transformations.add(transformation);
		return this;
	}

	Panel column(String field, JsonObject... properties) {
		this.overrides
			.add(new JsonObject().with("matcher", new JsonObject().with("id", "byName").with("options", field))
				.with("properties", List.of(properties)));
		return this;
	}

	Panel sortedBy(String column) {
		this.options.with("sortBy", List.of(new JsonObject().with("displayName", column).with("desc", true)));
		return this;
	}

	/**
	 * Let a click on a value lead somewhere.
	 * @param link where to
	 * @return this panel
	 */
	Panel linked(JsonObject link) {
		this.defaults.with("links", List.of(link));
		return this;
	}

	int width() {
		return this.width;
	}

	int height() {
		return this.height;
	}

	JsonObject toJson(int id, int column, int line) {
		JsonObject panel = new JsonObject().with("id", id).with("type", this.type).with("title", this.title);
		if (!this.description.isEmpty()) {
			panel.with("description", this.description);
		}
		panel.with("gridPos",
				new JsonObject().with("h", this.height).with("w", this.width).with("x", column).with("y", line));
		if ("row".equals(this.type)) {
			return panel.with("collapsed", false).with("panels", List.of());
		}
		if (!this.targets.isEmpty()) {
			panel.with("datasource", Variables.datasource())
				.with("fieldConfig",
						new JsonObject().with("defaults", this.defaults).with("overrides", List.copyOf(this.overrides)))
				.with("targets", List.copyOf(this.targets));
		}
		if (!this.transformations.isEmpty()) {
			panel.with("transformations", List.copyOf(this.transformations));
		}
		return panel.with("options", this.options);
	}

}
