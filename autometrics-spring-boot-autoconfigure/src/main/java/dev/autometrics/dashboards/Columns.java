package dev.autometrics.dashboards;

import java.util.Arrays;
import java.util.List;

/**
 * What is said about fields of tables and about colours.
 */
final class Columns {

	private Columns() {
	}

	static JsonObject named(String name) {
		return property("displayName", name);
	}

	static JsonObject unit(String unit) {
		return property("unit", unit);
	}

	static JsonObject decimals(int digits) {
		return property("decimals", digits);
	}

	static JsonObject linked(JsonObject link) {
		return property("links", List.of(link));
	}

	/**
	 * Let the text of a cell have a colour.
	 * @return the property
	 */
	static JsonObject coloured() {
		return property("custom.cellOptions", new JsonObject().with("type", "color-text"));
	}

	static JsonObject thresholds(JsonObject... steps) {
		return property("thresholds", new JsonObject().with("mode", "absolute").with("steps", Arrays.asList(steps)));
	}

	private static JsonObject property(String id, Object value) {
		return new JsonObject().with("id", id).with("value", value);
	}

	/**
	 * Return the colour of the least values.
	 * @param colour the colour
	 * @return the first step
	 */
	static JsonObject first(String colour) {
		return new JsonObject().with("color", colour).with("value", null);
	}

	static JsonObject from(double value, String colour) {
		return new JsonObject().with("color", colour).with("value", value);
	}

	/**
	 * Join the rows of several queries that have the same labels.
	 * @return a transformation
	 */
	static JsonObject merged() {
		return new JsonObject().with("id", "merge").with("options", new JsonObject());
	}

	static JsonObject hidden(String... fields) {
		JsonObject hidden = new JsonObject();
		Arrays.stream(fields).forEach((field) -> hidden.with(field, true));
		return new JsonObject().with("id", "organize")
			.with("options",
					new JsonObject().with("excludeByName", hidden)
						.with("indexByName", new JsonObject())
						.with("renameByName", new JsonObject()));
	}

}
