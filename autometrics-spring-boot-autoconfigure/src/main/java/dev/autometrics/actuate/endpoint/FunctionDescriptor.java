package dev.autometrics.actuate.endpoint;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.autometrics.promql.Query;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * A function. What is not known is absent in the JSON.
 *
 * @param id the id, which is the last segment of the path of this function
 * @param module the value of its {@code module} label
 * @param function the value of its {@code function} label
 * @param signature the method's name and parameter types
 * @param beans the names of the beans that have the function
 * @param objectives the names of its objectives
 * @param labels the labels that select its series in Prometheus
 * @param total what this instance has counted
 * @param concurrent the number of calls under way in this instance
 * @param queries questions to Prometheus
 * @param links the queries' links into Prometheus, by the name of the query
 * @param grafanaLinks the queries' links into Grafana, by the name of the query
 * @since 0.1.0
 */
public record FunctionDescriptor(String id, String module, String function, String signature, Collection<String> beans,
		List<String> objectives, Map<String, String> labels, Total total, long concurrent, List<Query> queries,
		Map<String, String> links, @Nullable Map<String, String> grafanaLinks) implements OperationResponseBody {

	/**
	 * What this instance has counted.
	 *
	 * @param calls the calls that have ended
	 * @param errors those of them that failed
	 * @param since when counting started
	 */
	public record Total(long calls, long errors, Instant since) {

	}

}
