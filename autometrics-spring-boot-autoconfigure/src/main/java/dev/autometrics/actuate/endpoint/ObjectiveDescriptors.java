package dev.autometrics.actuate.endpoint;

import dev.autometrics.explorer.Figures;
import dev.autometrics.live.LiveFigures;
import dev.autometrics.model.FunctionCatalog;

/**
 * Describes how well objectives are kept. Safe for concurrent use.
 *
 * @since 0.1.0
 */
public final class ObjectiveDescriptors {

	private final FunctionCatalog catalog;

	private final LiveFigures live;

	private final Figures figures;

	/**
	 * Create the descriptions of an application.
	 * @param catalog the functions, which name objectives
	 * @param live what this instance has counted
	 * @param figures the figures, from the best source that answers
	 */
	public ObjectiveDescriptors(FunctionCatalog catalog, LiveFigures live, Figures figures) {
		this.catalog = catalog;
		this.live = live;
		this.figures = figures;
	}

	ObjectiveList list(ExplorerRequest request) {
		return ObjectiveList.of(new ObjectiveList.Instance(this.live.now(), this.live.since()), this.catalog.snapshot(),
				new FunctionIndex(this.catalog),
				this.figures.ask(request.range(), request.thisInstance(), (source, range) -> source.objectives()));
	}

}
