package dev.autometrics.actuate.endpoint;

import dev.autometrics.rules.RuleFile;

import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.util.MimeType;

/**
 * What the endpoint has over HTTP besides: files for Prometheus. An id of a function has
 * a dot, so words without one are free for these.
 *
 * @since 0.1.0
 */
@EndpointWebExtension(endpoint = AutometricsEndpoint.class)
public final class AutometricsEndpointWebExtension {

	private static final String RULES = "rules";

	private final AutometricsEndpoint endpoint;

	private final RuleFile rules;

	/**
	 * Create the extension.
	 * @param endpoint the endpoint
	 * @param rules the rules for the objectives of the application
	 */
	public AutometricsEndpointWebExtension(AutometricsEndpoint endpoint, RuleFile rules) {
		this.endpoint = endpoint;
		this.rules = rules;
	}

	/**
	 * Describe one function, or write the file of rules.
	 * @param id the id of the function, or {@code rules}
	 * @return the descriptor or the file, not found if there is neither
	 */
	@ReadOperation(produces = { AutometricsEndpoint.ACTUATOR_V3, AutometricsEndpoint.ACTUATOR_V2,
			AutometricsEndpoint.JSON, AutometricsEndpoint.YAML })
	public WebEndpointResponse<Object> item(@Selector String id) {
		if (RULES.equals(id)) {
			return new WebEndpointResponse<>(this.rules.toYaml(), WebEndpointResponse.STATUS_OK,
					MimeType.valueOf(AutometricsEndpoint.YAML));
		}
		FunctionDescriptor function = this.endpoint.function(id);
		return (function != null) ? new WebEndpointResponse<>(function)
				: new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
	}

}
