package dev.autometrics.actuate.endpoint;

import java.util.Map;

import dev.autometrics.actuate.endpoint.ApplicationDescriptor.ServiceDescriptor;
import dev.autometrics.explorer.Figures;
import dev.autometrics.live.LiveFigures;
import dev.autometrics.model.BuildInfo;
import dev.autometrics.model.FunctionCatalog;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.problems.Problems;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * What the Explorer's page asks for. Safe for concurrent use.
 *
 * @since 0.1.0
 */
public final class ExplorerOperations {

	private final FunctionCatalog catalog;

	private final LiveFigures live;

	private final Figures figures;

	private final Map<String, Operation> operations;

	/**
	 * Create the operations.
	 * @param catalog the functions
	 * @param live what this instance has counted
	 * @param figures the figures, from the best source that answers
	 * @param application what the application tells of itself
	 */
	public ExplorerOperations(FunctionCatalog catalog, LiveFigures live, Figures figures, Application application) {
		this.catalog = catalog;
		this.live = live;
		this.figures = figures;
		this.operations = Map.of("live", this::live, "graph", this::graph, "objectives",
				new ObjectiveDescriptors(catalog, live, figures)::list, "problems",
				(request) -> ProblemList.of(application.problems().snapshot()), "build",
				(request) -> build(application));
	}

	/**
	 * Answer a request.
	 * @param word the last segment of its path
	 * @param range how far figures go back, {@code null} for what suits the source
	 * @param source {@code live} for the figures of this instance alone, {@code null} for
	 * the best there are
	 * @return the answer, not found if there is nothing of that name
	 */
	WebEndpointResponse<Object> answer(String word, @Nullable String range, @Nullable String source) {
		return answer(this.operations.get(word), range, source);
	}

	/**
	 * Answer a request for the figures of a function over time.
	 * @param id the id of the function
	 * @param range how far figures go back, {@code null} for what suits the source
	 * @param source {@code live} for the figures of this instance alone, {@code null} for
	 * the best there are
	 * @return the answer, not found if there is no such function
	 */
	WebEndpointResponse<Object> series(String id, @Nullable String range, @Nullable String source) {
		FunctionIndex index = new FunctionIndex(this.catalog);
		InstrumentedFunction function = index.find(id);
		return answer((function != null) ? (request) -> series(function.id(), index, request) : null, range, source);
	}

	private static WebEndpointResponse<Object> answer(@Nullable Operation operation, @Nullable String range,
			@Nullable String source) {
		if (operation == null) {
			return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
		}
		try {
			return new WebEndpointResponse<>(operation.answer(ExplorerRequest.of(range, source)));
		}
		catch (InvalidRequestException ex) {
			return new WebEndpointResponse<>(new RequestFault(ex.sentence()), WebEndpointResponse.STATUS_BAD_REQUEST);
		}
	}

	private SeriesDescriptor series(FunctionId function, FunctionIndex index, ExplorerRequest request) {
		return SeriesDescriptor.of(function, index, this.figures.ask(request.range(), request.thisInstance(),
				(source, range) -> new SeriesDescriptor.Content(source.series(function, range), source.calls(range))));
	}

	private LiveDescriptor live(ExplorerRequest request) {
		return LiveDescriptor.of(this.live.now(), new FunctionIndex(this.catalog),
				this.figures.ask(request.range(), request.thisInstance(), (source, range) -> source.functions(range)));
	}

	private GraphDescriptor graph(ExplorerRequest request) {
		return GraphDescriptor.of(this.live.now(), new FunctionIndex(this.catalog),
				this.figures.ask(request.range(), request.thisInstance(),
						(source, range) -> new GraphDescriptor.Content(source.functions(range), source.calls(range))));
	}

	private BuildDescriptor build(Application application) {
		// The gauge build_info is one more.
		long series = 1 + SeriesCount.of(this.catalog, this.live).total();
		return new BuildDescriptor(ServiceDescriptor.of(application.info(), this.live.since()),
				application.facts().sources(), application.facts().versions(), series);
	}

	/**
	 * What the application tells of itself.
	 *
	 * @param info the labels of {@code build_info}
	 * @param facts how they are known
	 * @param problems what is not measured
	 */
	public record Application(BuildInfo info, BuildFacts facts, Problems problems) {

	}

	/**
	 * Something that can be asked for by one word.
	 */
	@FunctionalInterface
	private interface Operation {

		Object answer(ExplorerRequest request);

	}

}
