package dev.autometrics.interceptor;

import java.util.Collections;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import dev.autometrics.AutometricsFunction;
import dev.autometrics.AutometricsTemplate;
import dev.autometrics.FunctionOptions;
import dev.autometrics.model.FunctionCatalog;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.ResultSettings;

/**
 * The {@link AutometricsTemplate} that records as the interceptor does.
 *
 * @since 0.1.0
 */
public final class BlockTemplate implements AutometricsTemplate {

	private final ConcurrentMap<InstrumentedFunction, AutometricsFunction> functions = new ConcurrentHashMap<>();

	private final FunctionCatalog catalog;

	private final FunctionLabelStyle labelStyle;

	private final boolean trackConcurrency;

	private final MeasuredMethods methods;

	/**
	 * Create a template.
	 * @param catalog where its functions are listed
	 * @param labelStyle how they are named
	 * @param trackConcurrency whether the calls under way are published for every
	 * function, whatever its options say
	 * @param methods what measures them
	 */
	public BlockTemplate(FunctionCatalog catalog, FunctionLabelStyle labelStyle, boolean trackConcurrency,
			MeasuredMethods methods) {
		this.catalog = catalog;
		this.labelStyle = labelStyle;
		this.trackConcurrency = trackConcurrency;
		this.methods = methods;
	}

	@Override
	public AutometricsFunction function(Class<?> type, String name, FunctionOptions options) {
		FunctionId id = this.labelStyle.id(type, name);
		InstrumentedFunction function = new InstrumentedFunction(id, name,
				options.objective().isEmpty() ? null : options.objective(),
				this.trackConcurrency || options.trackConcurrency(), new ResultSettings(options.okFor(), ""),
				Collections.emptySortedSet());
		return this.functions.computeIfAbsent(function, this::create);
	}

	private AutometricsFunction create(InstrumentedFunction function) {
		this.catalog.add(function);
		return new BlockFunction(function, this.methods);
	}

}
