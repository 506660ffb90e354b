package dev.autometrics.actuate.endpoint;

import dev.autometrics.dashboards.Dashboards;
import dev.autometrics.rules.RuleFile;

import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.util.MimeType;

/**
 * What the endpoint has over HTTP besides: files for Prometheus and Grafana. An id of a
 * function has a dot, so words without one are free for these.
 *
 * @since 0.1.0
 */
@EndpointWebExtension(endpoint = AutometricsEndpoint.class)
public final class AutometricsEndpointWebExtension {

	private static final String RULES = "rules";

	private static final String DASHBOARDS = "dashboards";

	private final AutometricsEndpoint endpoint;

	private final RuleFile rules;

	private final Dashboards dashboards;

	/**
	 * Create the extension.
	 * @param endpoint the endpoint
	 * @param rules the rules for the objectives of the application
	 * @param dashboards the dashboards of the application
	 */
	public AutometricsEndpointWebExtension(AutometricsEndpoint endpoint, RuleFile rules, Dashboards dashboards) {
		this.endpoint = endpoint;
		this.rules = rules;
		this.dashboards = dashboards;
	}

	/**
	 * Describe one function, write the file of rules, or list the dashboards.
	 * @param id the id of the function, {@code rules} or {@code dashboards}
	 * @return the descriptor, the file or the list, not found if there is none
	 */
	@ReadOperation(produces = { AutometricsEndpoint.ACTUATOR_V3, AutometricsEndpoint.ACTUATOR_V2,
			AutometricsEndpoint.JSON, AutometricsEndpoint.YAML })
	public WebEndpointResponse<Object> item(@Selector String id) {
		if (RULES.equals(id)) {
			return new WebEndpointResponse<>(this.rules.toYaml(), WebEndpointResponse.STATUS_OK,
					MimeType.valueOf(AutometricsEndpoint.YAML));
		}
		if (DASHBOARDS.equals(id)) {
			return new WebEndpointResponse<>(DashboardList.of(this.dashboards));
		}
		FunctionDescriptor function = this.endpoint.function(id);
		return (function != null) ? new WebEndpointResponse<>(function)
				: new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
	}

	/**
	 * Write a dashboard as Grafana imports it.
	 * @param area {@code dashboards}
	 * @param name the name of the dashboard
	 * @return the JSON, not found if there is no such dashboard
	 */
	@ReadOperation(produces = AutometricsEndpoint.JSON)
	public WebEndpointResponse<String> file(@Selector String area, @Selector String name) {
		return (DASHBOARDS.equals(area) && this.dashboards.names().contains(name))
				? new WebEndpointResponse<>(this.dashboards.json(name), WebEndpointResponse.STATUS_OK,
						MimeType.valueOf(AutometricsEndpoint.JSON))
				: new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
	}

}
