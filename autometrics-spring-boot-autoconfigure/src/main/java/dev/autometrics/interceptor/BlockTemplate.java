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
import dev.autometrics.problems.Problem;
import dev.autometrics.problems.ProblemCode;
import dev.autometrics.problems.Problems;

/**
 * The {@link AutometricsTemplate} that records as the interceptor does.
 *
 * @since 0.1.0
 */
public final class BlockTemplate implements AutometricsTemplate {

	private static final String OVERFLOW = "_other_";

	private final ConcurrentMap<InstrumentedFunction, AutometricsFunction> functions = new ConcurrentHashMap<>();

	private final FunctionCatalog catalog;

	private final MeasuredMethods methods;

	private final Settings settings;

	private final Problems problems;

	/**
	 * Create a template.
	 * @param catalog where its functions are listed
	 * @param methods what measures them
	 * @param settings how functions are named, and how many there may be
	 * @param problems where too many functions are reported
	 */
	public BlockTemplate(FunctionCatalog catalog, MeasuredMethods methods, Settings settings, Problems problems) {
		this.catalog = catalog;
		this.methods = methods;
		this.settings = settings;
		this.problems = problems;
	}

	@Override
	public AutometricsFunction function(Class<?> type, String name, FunctionOptions options) {
		InstrumentedFunction function = describe(type, name, options);
		AutometricsFunction known = this.functions.get(function);
		if (known == null && this.functions.size() >= this.settings.limit()) {
			return overflow(type, options);
		}
		return (known != null) ? known : this.functions.computeIfAbsent(function, this::create);
	}

	private InstrumentedFunction describe(Class<?> type, String name, FunctionOptions options) {
		FunctionId id = this.settings.labelStyle().id(type, name);
		return new InstrumentedFunction(id, name, options.objective().isEmpty() ? null : options.objective(),
				this.settings.trackConcurrency() || options.trackConcurrency(), new ResultSettings(options.okFor(), ""),
				Collections.emptySortedSet());
	}

	// In contrast to methods there is no end to names, should they be made of data.
	private AutometricsFunction overflow(Class<?> type, FunctionOptions options) {
		this.problems.report(new Problem(ProblemCode.TOO_MANY_FUNCTIONS, AutometricsTemplate.class.getSimpleName(),
				"It has been asked for more than " + this.settings.limit() + " functions. Further ones of a type are "
						+ "measured as its function " + OVERFLOW + ".",
				"Take names from the code, not from data, or raise autometrics.limits.functions."));
		return create(describe(type, OVERFLOW, options));
	}

	private AutometricsFunction create(InstrumentedFunction function) {
		this.catalog.add(function);
		return new BlockFunction(function, this.methods);
	}

	/**
	 * How functions are named, and how many there may be.
	 *
	 * @param labelStyle how they are named
	 * @param trackConcurrency whether the calls under way are published for every
	 * function, whatever its options say
	 * @param limit the number of functions that are told apart
	 */
	public record Settings(FunctionLabelStyle labelStyle, boolean trackConcurrency, int limit) {

	}

}
