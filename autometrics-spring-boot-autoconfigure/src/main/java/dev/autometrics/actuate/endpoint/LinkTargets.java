package dev.autometrics.actuate.endpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.autometrics.promql.Query;
import dev.autometrics.promql.QueryLinks;
import org.jspecify.annotations.Nullable;

/**
 * Where the links of queries lead to.
 *
 * @param prometheus links into Prometheus
 * @param grafana links into Grafana, or {@code null} for none
 * @since 0.1.0
 */
public record LinkTargets(QueryLinks prometheus, @Nullable QueryLinks grafana) {

	Map<String, String> inPrometheus(List<Query> queries) {
		return links(queries, this.prometheus);
	}

	@Nullable Map<String, String> inGrafana(List<Query> queries) {
		return (this.grafana != null) ? links(queries, this.grafana) : null;
	}

	private static Map<String, String> links(List<Query> queries, QueryLinks target) {
		Map<String, String> links = new LinkedHashMap<>();
		queries.forEach((query) -> links.put(query.name(), target.linkTo(query.promql())));
		return links;
	}

}
