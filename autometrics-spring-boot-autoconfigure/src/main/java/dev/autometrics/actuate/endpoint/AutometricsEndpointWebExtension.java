package dev.autometrics.actuate.endpoint;

import dev.autometrics.dashboards.Dashboards;
import dev.autometrics.rules.RuleFile;

import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.lang.Nullable;
import org.springframework.util.MimeType;

/**
 * What the endpoint has over HTTP besides: the Explorer's page and files for Prometheus
 * and Grafana. An id of a function has a dot, so words without one are free for these.
 *
 * @since 0.1.0
 */
@EndpointWebExtension(endpoint = AutometricsEndpoint.class)
public final class AutometricsEndpointWebExtension {

	private static final String RULES = "rules";

	private static final String DASHBOARDS = "dashboards";

	private static final String SERIES = "series";

	private static final RequestFault NO_FILES = new RequestFault(
			"Rules and dashboards are written for the metrics of the specification. Remove "
					+ "autometrics.metrics-format=0.5 to have them, or use those that you have for these metrics.");

	private final AutometricsEndpoint endpoint;

	private final RuleFile rules;

	private final Dashboards dashboards;

	private final ExplorerOperations explorer;

	private final ExplorerPage page;

	/**
	 * Create the extension.
	 * @param endpoint the endpoint
	 * @param files the files for Prometheus and Grafana
	 * @param explorer what the Explorer's page asks for
	 * @param page the page for browsers
	 */
	public AutometricsEndpointWebExtension(AutometricsEndpoint endpoint, Files files, ExplorerOperations explorer,
			ExplorerPage page) {
		this.endpoint = endpoint;
		this.rules = files.rules();
		this.dashboards = files.dashboards();
		this.explorer = explorer;
		this.page = page;
	}

	/**
	 * Return the Explorer's page.
	 * @return the HTML, or the JSON if there is no page
	 */
	@ReadOperation(produces = ExplorerPage.HTML)
	public WebEndpointResponse<Object> page() {
		return this.page.atEndpoint(this.endpoint::application);
	}

	/**
	 * Return the Explorer's page with a function.
	 * @param id the id of the function, or another word
	 * @param range how far figures go back, such as {@code 1h}
	 * @param source {@code live} for the figures of this instance alone
	 * @return the HTML, or what is there for everybody
	 */
	@ReadOperation(produces = ExplorerPage.HTML)
	public WebEndpointResponse<Object> itemPage(@Selector String id, @Nullable String range, @Nullable String source) {
		return this.page.below(id, () -> item(id, range, source));
	}

	/**
	 * Describe one function, write the file of rules, list the dashboards, or answer the
	 * Explorer's page.
	 * @param id the id of the function, {@code rules}, {@code dashboards}, or a word of
	 * the page
	 * @param range how far figures go back, such as {@code 1h}
	 * @param source {@code live} for the figures of this instance alone
	 * @return the descriptor, the file or the list, not found if there is none
	 */
	@RegisterReflectionForBinding({ LiveDescriptor.class, GraphDescriptor.class, ProblemList.class,
			BuildDescriptor.class, RequestFault.class, DashboardList.class })
	@ReadOperation(produces = { AutometricsEndpoint.ACTUATOR_V3, AutometricsEndpoint.ACTUATOR_V2,
			AutometricsEndpoint.JSON, AutometricsEndpoint.YAML })
	public WebEndpointResponse<Object> item(@Selector String id, @Nullable String range, @Nullable String source) {
		if (this.endpoint.hasOlderMetrics() && (RULES.equals(id) || DASHBOARDS.equals(id))) {
			return new WebEndpointResponse<>(NO_FILES, WebEndpointResponse.STATUS_NOT_FOUND);
		}
		if (RULES.equals(id)) {
			return new WebEndpointResponse<>(this.rules.toYaml(), WebEndpointResponse.STATUS_OK,
					MimeType.valueOf(AutometricsEndpoint.YAML));
		}
		if (DASHBOARDS.equals(id)) {
			return new WebEndpointResponse<>(DashboardList.of(this.dashboards));
		}
		FunctionDescriptor function = this.endpoint.function(id);
		return (function != null) ? new WebEndpointResponse<>(function) : this.explorer.answer(id, range, source);
	}

	/**
	 * Write a dashboard as Grafana imports it, tell the figures of a function over time,
	 * or return a file of the Explorer's page.
	 * @param area {@code dashboards}, {@code ui}, or the id of the function
	 * @param name the name of the dashboard or of the file, or {@code series}
	 * @param range how far figures go back, such as {@code 1h}
	 * @param source {@code live} for the figures of this instance alone
	 * @return the JSON or the file, not found if there is nothing of that name
	 */
	@RegisterReflectionForBinding(SeriesDescriptor.class)
	@ReadOperation(produces = { AutometricsEndpoint.JSON, ExplorerFiles.JAVASCRIPT, ExplorerFiles.STYLES,
			ExplorerFiles.IMAGE })
	public WebEndpointResponse<Object> file(@Selector String area, @Selector String name, @Nullable String range,
			@Nullable String source) {
		if (ExplorerFiles.AREA.equals(area)) {
			return this.page.file(name);
		}
		if (!DASHBOARDS.equals(area)) {
			return SERIES.equals(name) ? this.explorer.series(area, range, source)
					: new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
		}
		if (this.endpoint.hasOlderMetrics()) {
			return new WebEndpointResponse<>(NO_FILES, WebEndpointResponse.STATUS_NOT_FOUND);
		}
		return this.dashboards.names().contains(name)
				? new WebEndpointResponse<>(this.dashboards.json(name), WebEndpointResponse.STATUS_OK,
						MimeType.valueOf(AutometricsEndpoint.JSON))
				: new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
	}

	/**
	 * Files that are made for the application.
	 *
	 * @param rules the rules for its objectives
	 * @param dashboards its dashboards
	 */
	public record Files(RuleFile rules, Dashboards dashboards) {

	}

}
