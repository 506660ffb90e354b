package dev.autometrics.promql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

import dev.autometrics.Result;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.Label;
import dev.autometrics.model.Metric;

/**
 * The queries that answer how often a function is called, how often it fails, how slow it
 * is and who calls it. Immutable.
 *
 * @since 0.1.0
 */
public final class FunctionQueries {

	private static final List<Label> FUNCTION = List.of(Label.FUNCTION, Label.MODULE, Label.SERVICE_NAME);

	private static final List<Label> FUNCTION_AND_VERSION = List.of(Label.FUNCTION, Label.MODULE, Label.SERVICE_NAME,
			Label.VERSION, Label.COMMIT);

	private static final List<Label> CALLER = List.of(Label.CALLER_FUNCTION, Label.CALLER_MODULE);

	private static final List<Label> CALLEE = List.of(Label.FUNCTION, Label.MODULE);

	private final String service;

	private final LabelMatchers conditions;

	/**
	 * Create the queries of a service.
	 * @param service the value of its {@code service_name} label
	 */
	public FunctionQueries(String service) {
		this(service, LabelMatchers.NONE);
	}

	/**
	 * Create the queries of a service under conditions that tell its series from those of
	 * another of its name.
	 * @param service the value of its {@code service_name} label
	 * @param conditions the conditions
	 */
	public FunctionQueries(String service, LabelMatchers conditions) {
		this.service = Objects.requireNonNull(service, "service");
		this.conditions = Objects.requireNonNull(conditions, "conditions");
	}

	/**
	 * Return the queries that answer the usual questions. None of them joins, so none of
	 * them can break on what other targets expose.
	 * @param function the function
	 * @return an immutable list
	 */
	public List<Query> usual(InstrumentedFunction function) {
		FunctionId id = function.id();
		List<Query> queries = new ArrayList<>();
		queries.add(requestRate(id));
		queries.add(errorRatio(id));
		queries.add(latency(id));
		if (function.concurrencyTracked()) {
			queries.add(concurrentCalls(id));
		}
		queries.add(new Query("calleeRequestRate", "Calls per second of the functions it calls",
				PromQl.sumBy(CALLEE, PromQl.rate(callees(id)))));
		queries.add(new Query("calleeErrorRatio", "Share of failed calls of the functions it calls",
				errorRatio(CALLEE, callees(id), UnaryOperator.identity())));
		return List.copyOf(queries);
	}

	/**
	 * Return every query: the usual ones, the heatmap, those by caller and those by
	 * version.
	 * @param function the function
	 * @return an immutable list
	 */
	public List<Query> all(InstrumentedFunction function) {
		FunctionId id = function.id();
		List<Query> queries = new ArrayList<>(usual(function));
		queries.add(new Query("latencyBuckets", "Calls per second by duration (heatmap)",
				PromQl.sumBucketsBy(List.of(), PromQl.rate(buckets(id)))));
		queries.add(new Query("requestRateByCaller", "Calls per second by caller",
				PromQl.sumBy(CALLER, PromQl.rate(calls(id)))));
		queries.add(new Query("errorRatioByCaller", "Share of failed calls by caller",
				errorRatio(CALLER, calls(id), UnaryOperator.identity())));
		queries.add(new Query("requestRateByVersion", "Calls per second by version",
				PromQl.sumBy(FUNCTION_AND_VERSION, byVersion(PromQl.rate(calls(id))))));
		queries.add(new Query("errorRatioByVersion", "Share of failed calls by version",
				errorRatio(FUNCTION_AND_VERSION, calls(id), this::byVersion)));
		queries.add(new Query("latencyByVersion", "Duration in seconds, 99th, 95th and 50th percentile, by version",
				PromQl.quantiles(PromQl.sumBucketsBy(FUNCTION_AND_VERSION, byVersion(PromQl.rate(buckets(id)))))));
		return List.copyOf(queries);
	}

	private Query requestRate(FunctionId id) {
		return new Query("requestRate", "Calls per second", PromQl.sumBy(FUNCTION, PromQl.rate(calls(id))));
	}

	private Query errorRatio(FunctionId id) {
		return new Query("errorRatio", "Share of failed calls",
				errorRatio(FUNCTION, calls(id), UnaryOperator.identity()));
	}

	private Query latency(FunctionId id) {
		return new Query("latency", "Duration in seconds, 99th, 95th and 50th percentile",
				PromQl.quantiles(PromQl.sumBucketsBy(FUNCTION, PromQl.rate(buckets(id)))));
	}

	private Query concurrentCalls(FunctionId id) {
		return new Query("concurrentCalls", "Calls under way",
				PromQl.sumBy(FUNCTION, ofFunction(Metric.CONCURRENT.prometheus(), id).toString()));
	}

	private static String errorRatio(List<Label> by, Selector calls, UnaryOperator<String> join) {
		Selector failed = calls.with(Label.RESULT, Result.ERROR.label());
		return PromQl.ratio(PromQl.sumBy(by, join.apply(PromQl.rate(failed))),
				PromQl.sumBy(by, join.apply(PromQl.rate(calls))));
	}

	private String byVersion(String rate) {
		return PromQl.byVersion(rate,
				ofService(new Selector(Metric.BUILD_INFO.prometheus())).withSome(Label.AUTOMETRICS_VERSION));
	}

	private Selector calls(FunctionId id) {
		return ofFunction(Metric.CALLS.prometheus(), id);
	}

	private Selector buckets(FunctionId id) {
		return ofFunction(Metric.DURATION.prometheus() + "_bucket", id);
	}

	private Selector ofFunction(String metric, FunctionId id) {
		return ofService(new Selector(metric).with(Label.FUNCTION, id.function()).with(Label.MODULE, id.module()));
	}

	private Selector callees(FunctionId id) {
		return ofService(new Selector(Metric.CALLS.prometheus()).with(Label.CALLER_FUNCTION, id.function())
			.with(Label.CALLER_MODULE, id.module()));
	}

	private Selector ofService(Selector selector) {
		return selector.with(Label.SERVICE_NAME, this.service).with(this.conditions);
	}

}
