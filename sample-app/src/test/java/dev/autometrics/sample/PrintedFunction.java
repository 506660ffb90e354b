package dev.autometrics.sample;

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * What the endpoint prints of a function.
 *
 * @param id the id
 * @param module the module
 * @param function the function
 * @param calls the calls that it says have ended
 * @param errors those of them that failed
 * @param queries expressions by the name of the query
 * @param links links into Prometheus by the name of the query
 */
record PrintedFunction(String id, String module, String function, long calls, long errors, Map<String, String> queries,
		Map<String, String> links) {

	static PrintedFunction of(JsonNode json) {
		Map<String, String> queries = new LinkedHashMap<>();
		json.path("queries")
			.forEach((query) -> queries.put(query.path("name").asString(), query.path("promql").asString()));
		Map<String, String> links = new LinkedHashMap<>();
		json.path("links").properties().forEach((link) -> links.put(link.getKey(), link.getValue().asString()));
		JsonNode total = json.path("total");
		return new PrintedFunction(json.path("id").asString(), json.path("module").asString(),
				json.path("function").asString(), total.path("calls").asLong(), total.path("errors").asLong(), queries,
				links);
	}

	String query(String name) {
		String promql = this.queries.get(name);
		if (promql == null) {
			throw new AssertionError("No query '" + name + "' among " + this.queries.keySet() + " of " + this.id);
		}
		return promql;
	}

	@Override
	public String toString() {
		return this.id;
	}

}
