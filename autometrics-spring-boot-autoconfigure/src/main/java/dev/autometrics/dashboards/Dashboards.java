package dev.autometrics.dashboards;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.autometrics.model.Objectives;
import dev.autometrics.promql.LabelMatchers;

/**
 * The Grafana dashboards of one service, for Grafana 10 and newer: {@code overview} of
 * all functions, {@code function-explorer} for one of them and {@code objectives}.
 * Immutable.
 * <p>
 * They are the same for the same service, labels and objectives, and keep their address
 * in Grafana as long as service and labels stay the same. The service may have any name,
 * and so may objectives; the names of functions, modules and objectives that are chosen
 * in Grafana may have any characters but backticks.
 *
 * @since 0.1.0
 */
public final class Dashboards {

	// Grafana 10.0 knows no later one, and later ones read it.
	private static final int SCHEMA_VERSION = 38;

	private static final int LONGEST_TAG = 50;

	private final Objectives objectives;

	private final DashboardScope scope;

	private final List<Dashboard> list;

	/**
	 * Create the dashboards of a service.
	 * @param service the value of the label {@code service_name}
	 * @param objectives the objectives
	 */
	public Dashboards(String service, Objectives objectives) {
		this(new DashboardScope(Objects.requireNonNull(service, "service"), LabelMatchers.NONE),
				Objects.requireNonNull(objectives, "objectives"));
	}

	private Dashboards(DashboardScope scope, Objectives objectives) {
		this.scope = scope;
		this.objectives = objectives;
		this.list = List.of(new Overview(scope).dashboard(), new FunctionExplorer(scope).dashboard(),
				new ObjectivesDashboard(scope, objectives).dashboard());
	}

	/**
	 * Return these dashboards for those series only that have certain labels.
	 * @param labels names and values of the labels
	 * @return a copy
	 * @throws IllegalArgumentException if a name is none that Prometheus takes, or one
	 * that the dashboards use themselves
	 */
	public Dashboards withLabels(Map<String, String> labels) {
		return withConditions(LabelMatchers.of(labels));
	}

	/**
	 * Return these dashboards for those series only that meet conditions.
	 * @param conditions the conditions
	 * @return a copy
	 */
	public Dashboards withConditions(LabelMatchers conditions) {
		return new Dashboards(new DashboardScope(this.scope.service(), conditions), this.objectives);
	}

	/**
	 * Return the names of the dashboards.
	 * @return an immutable list, the first to look at first
	 */
	public List<String> names() {
		return this.list.stream().map(Dashboard::name).toList();
	}

	/**
	 * Return the title of a dashboard.
	 * @param name one of the names
	 * @return a title that has the name of the service
	 * @throws IllegalArgumentException if there is no such dashboard
	 */
	public String title(String name) {
		return title(find(name));
	}

	private String title(Dashboard dashboard) {
		return GrafanaText.shown(this.scope.service()) + ": " + dashboard.heading();
	}

	/**
	 * Return what identifies a dashboard within Grafana, and is the end of its address.
	 * @param name one of the names
	 * @return at most 40 letters, digits and dashes
	 * @throws IllegalArgumentException if there is no such dashboard
	 */
	public String uid(String name) {
		return this.scope.uid(find(name).name());
	}

	/**
	 * Return a dashboard as Grafana imports and provisions it.
	 * @param name one of the names
	 * @return a JSON document
	 * @throws IllegalArgumentException if there is no such dashboard
	 */
	public String json(String name) {
		Dashboard dashboard = find(name);
		return new JsonObject().with("uid", uid(name))
			.with("title", title(dashboard))
			.with("description", dashboard.description())
			.with("tags", tags())
			.with("editable", true)
			.with("schemaVersion", SCHEMA_VERSION)
			.with("refresh", "30s")
			.with("time", new JsonObject().with("from", "now-1h").with("to", "now"))
			.with("timezone", "browser")
			.with("graphTooltip", 1)
			.with("annotations", new JsonObject().with("list", List.of()))
			.with("links", links(dashboard))
			.with("templating", new JsonObject().with("list", dashboard.variables()))
			.with("panels", Grid.place(dashboard.panels())) + "\n";
	}

	private List<String> tags() {
		String service = GrafanaText.shown(this.scope.service());
		int end = Math.min(LONGEST_TAG, service.codePointCount(0, service.length()));
		return List.of("autometrics", service.substring(0, service.offsetByCodePoints(0, end)));
	}

	private List<JsonObject> links(Dashboard from) {
		return this.list.stream()
			.filter((dashboard) -> !dashboard.name().equals(from.name()))
			.map((dashboard) -> Links.toDashboard(dashboard.heading(), this.scope.uid(dashboard.name())))
			.toList();
	}

	private Dashboard find(String name) {
		return this.list.stream()
			.filter((dashboard) -> dashboard.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"There is no dashboard '" + name + "', but there are " + names()));
	}

}
