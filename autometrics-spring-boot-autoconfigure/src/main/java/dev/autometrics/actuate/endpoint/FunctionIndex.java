package dev.autometrics.actuate.endpoint;

import java.util.HashMap;
import java.util.Map;

import dev.autometrics.model.FunctionCatalog;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.FunctionIds;
import dev.autometrics.model.InstrumentedFunction;
import org.jspecify.annotations.Nullable;

/**
 * The functions known now by the ids that they have in paths and in JSON.
 */
final class FunctionIndex {

	private final Map<String, InstrumentedFunction> functions;

	private final Map<FunctionId, String> ids = new HashMap<>();

	FunctionIndex(FunctionCatalog catalog) {
		this.functions = FunctionIds.index(catalog.snapshot());
		this.functions.forEach((id, function) -> this.ids.put(function.id(), id));
	}

	/**
	 * Return the functions by id.
	 * @return a map in the order of the catalog
	 */
	Map<String, InstrumentedFunction> functions() {
		return this.functions;
	}

	@Nullable InstrumentedFunction find(String id) {
		return this.functions.get(id);
	}

	/**
	 * Return the id of a function, also of one that only other instances have.
	 * @param function the function
	 * @return the id
	 */
	String idOf(FunctionId function) {
		String id = this.ids.get(function);
		return (id != null) ? id : FunctionIds.of(function);
	}

}
