package dev.autometrics.actuate.endpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.autometrics.actuate.endpoint.ApplicationDescriptor.ProblemDescriptor;
import dev.autometrics.actuate.endpoint.ApplicationDescriptor.ServiceDescriptor;
import dev.autometrics.actuate.endpoint.FunctionDescriptor.Total;
import dev.autometrics.live.FunctionFigures;
import dev.autometrics.live.LiveFigures;
import dev.autometrics.model.BuildInfo;
import dev.autometrics.model.FunctionCatalog;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.FunctionIds;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.Label;
import dev.autometrics.problems.Problem;
import dev.autometrics.promql.FunctionQueries;
import dev.autometrics.promql.LabelMatchers;
import dev.autometrics.promql.OlderQueries;
import dev.autometrics.promql.Query;
import org.jspecify.annotations.Nullable;

/**
 * Describes functions: what they are, what they have counted, what to ask Prometheus. No
 * network call is made. Safe for concurrent use.
 *
 * @since 0.1.0
 */
public final class FunctionDescriptors {

	private static final int SCHEMA_VERSION = 1;

	private final FunctionCatalog catalog;

	private final LiveFigures figures;

	private final BuildInfo buildInfo;

	private final FunctionQueries queries;

	private final LinkTargets links;

	private final LabelMatchers conditions;

	/**
	 * Create the descriptions of an application.
	 * @param catalog the functions
	 * @param figures their figures
	 * @param buildInfo what is running
	 * @param settings what the queries have in common
	 */
	public FunctionDescriptors(FunctionCatalog catalog, LiveFigures figures, BuildInfo buildInfo,
			QuerySettings settings) {
		this.catalog = catalog;
		this.figures = figures;
		this.buildInfo = buildInfo;
		this.queries = new FunctionQueries(buildInfo.service(), settings.conditions());
		this.links = settings.links();
		this.conditions = settings.conditions();
	}

	ApplicationDescriptor all(ObjectiveList objectives, List<Problem> problems) {
		List<FunctionDescriptor> functions = byId().entrySet()
			.stream()
			.map((entry) -> describe(entry.getKey(), entry.getValue(), queries(entry.getValue())))
			.toList();
		return new ApplicationDescriptor(SCHEMA_VERSION, this.figures.now(),
				ServiceDescriptor.of(this.buildInfo, this.figures.since()), objectives.source(),
				problems.stream().map(ProblemDescriptor::of).toList(), objectives.objectives(),
				SeriesCount.of(this.catalog, this.figures), functions.size(), functions);
	}

	@Nullable FunctionDescriptor one(String id) {
		InstrumentedFunction function = byId().get(id);
		return (function != null) ? describe(id, function, allQueries(function)) : null;
	}

	/**
	 * Return whether the metrics have an older form.
	 * @return {@code true} if they are not those of the specification
	 */
	boolean areOfOlderForm() {
		return this.buildInfo.format().isOlder();
	}

	private List<Query> queries(InstrumentedFunction function) {
		return areOfOlderForm() ? OlderQueries.of(function.id(), this.conditions) : this.queries.usual(function);
	}

	private List<Query> allQueries(InstrumentedFunction function) {
		return areOfOlderForm() ? OlderQueries.of(function.id(), this.conditions) : this.queries.all(function);
	}

	private Map<String, InstrumentedFunction> byId() {
		return FunctionIds.index(this.catalog.snapshot());
	}

	private FunctionDescriptor describe(String id, InstrumentedFunction function, List<Query> queries) {
		FunctionFigures figures = this.figures.of(function.id());
		return new FunctionDescriptor(id, function.id().module(), function.id().function(), function.signature(),
				function.beans(), (function.objective() != null) ? List.of(function.objective()) : List.of(),
				labels(function.id()), new Total(figures.calls(), figures.errors(), this.figures.since()),
				figures.concurrent(), queries, this.links.inPrometheus(queries), this.links.inGrafana(queries));
	}

	private Map<String, String> labels(FunctionId id) {
		Map<String, String> labels = new LinkedHashMap<>();
		labels.put(Label.FUNCTION.prometheus(), id.function());
		labels.put(Label.MODULE.prometheus(), id.module());
		if (!areOfOlderForm()) {
			labels.put(Label.SERVICE_NAME.prometheus(), this.buildInfo.service());
		}
		labels.putAll(this.conditions.equalLabels());
		return labels;
	}

}
