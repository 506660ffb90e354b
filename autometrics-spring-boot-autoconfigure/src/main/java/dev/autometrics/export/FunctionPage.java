package dev.autometrics.export;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.autometrics.Objective;
import dev.autometrics.model.FunctionCatalog;
import dev.autometrics.model.FunctionIds;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.ObjectiveLabels;
import dev.autometrics.model.Objectives;
import dev.autometrics.promql.FunctionQueries;
import dev.autometrics.promql.LabelMatchers;
import dev.autometrics.promql.ObjectiveQueries;
import dev.autometrics.promql.Query;
import dev.autometrics.promql.QueryLinks;
import org.jspecify.annotations.Nullable;

/**
 * A page of Markdown about the functions of an application and its objectives, with
 * everything there is to ask Prometheus. Names may have any characters.
 *
 * @since 0.1.0
 */
public final class FunctionPage {

	private final String service;

	private final FunctionCatalog catalog;

	private final Objectives objectives;

	private final Settings settings;

	/**
	 * Create the page of an application.
	 * @param service the value of its {@code service_name} label
	 * @param catalog the functions
	 * @param objectives the objectives
	 * @param settings what the queries have in common
	 */
	public FunctionPage(String service, FunctionCatalog catalog, Objectives objectives, Settings settings) {
		this.service = Objects.requireNonNull(service, "service");
		this.catalog = Objects.requireNonNull(catalog, "catalog");
		this.objectives = Objects.requireNonNull(objectives, "objectives");
		this.settings = Objects.requireNonNull(settings, "settings");
	}

	/**
	 * Return the page about the functions that are known now.
	 * @return a Markdown document
	 */
	public String toMarkdown() {
		Markdown page = new Markdown().heading(1, "Functions of " + Markdown.name(this.service))
			.paragraph("Written by Autometrics for Spring Boot. Do not change this file: change the application, and "
					+ "write it again.");
		String module = "";
		for (Map.Entry<String, InstrumentedFunction> entry : FunctionIds.index(this.catalog.snapshot()).entrySet()) {
			InstrumentedFunction function = entry.getValue();
			if (!function.id().module().equals(module)) {
				module = function.id().module();
				page.heading(2, "Module " + Markdown.name(module));
			}
			write(page, entry.getKey(), function);
		}
		if (!this.objectives.list().isEmpty()) {
			page.heading(2, "Objectives");
			this.objectives.list().forEach((objective) -> write(page, objective));
		}
		return page.toString();
	}

	private void write(Markdown page, String id, InstrumentedFunction function) {
		page.heading(3, Markdown.name(function.id().function()))
			.paragraph("Method " + Markdown.name(function.signature()) + ", id " + Markdown.name(id) + ", "
					+ ((function.objective() != null) ? "objective " + Markdown.name(function.objective())
							: "no objective")
					+ ".");
		write(page, new FunctionQueries(this.service, this.settings.conditions()).all(function));
	}

	private void write(Markdown page, Objective objective) {
		page.heading(3, Markdown.name(objective.name())).paragraph(ObjectiveLabels.targets(objective) + ".");
		write(page, new ObjectiveQueries(this.service, this.settings.conditions()).all(objective));
	}

	private void write(Markdown page, List<Query> queries) {
		QueryLinks links = this.settings.links();
		for (Query query : queries) {
			page.paragraph((links != null) ? "[" + query.title() + "](<" + links.linkTo(query.promql()) + ">):"
					: query.title() + ":")
				.fenced("promql", query.promql());
		}
	}

	/**
	 * What the queries of a page have in common.
	 *
	 * @param conditions conditions that tell the series of the application from those of
	 * another of its name
	 * @param links where the queries link to, or {@code null} for a page without links
	 */
	public record Settings(LabelMatchers conditions, @Nullable QueryLinks links) {

		/**
		 * Neither conditions nor links.
		 */
		public static final Settings DEFAULT = new Settings(LabelMatchers.NONE, null);

	}

}
