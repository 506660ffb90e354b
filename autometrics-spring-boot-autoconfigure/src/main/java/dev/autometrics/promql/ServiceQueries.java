package dev.autometrics.promql;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import dev.autometrics.Result;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.Label;
import dev.autometrics.model.Metric;

/**
 * The queries that answer something about all functions of a service at once, or about
 * one of them: a handful, however many functions there are. Immutable.
 *
 * @since 0.1.0
 */
public final class ServiceQueries {

	/**
	 * Label of the answers to {@link #latency}: {@code 50}, {@code 95} or {@code 99}.
	 */
	public static final String PERCENTILE = PromQl.PERCENTILE;

	private static final List<Label> FUNCTION = List.of(Label.FUNCTION, Label.MODULE);

	private static final List<Label> EDGE = List.of(Label.CALLER_FUNCTION, Label.CALLER_MODULE, Label.FUNCTION,
			Label.MODULE);

	private static final String INSTANCE = "instance";

	private static final String JOB = "job";

	private final Function<String, Selector> scope;

	/**
	 * Create the queries of a service.
	 * @param service the value of its {@code service_name} label
	 * @param conditions conditions that tell its series from those of another of its name
	 */
	public ServiceQueries(String service, LabelMatchers conditions) {
		Objects.requireNonNull(service, "service");
		Objects.requireNonNull(conditions, "conditions");
		this.scope = (metric) -> new Selector(metric).with(Label.SERVICE_NAME, service).with(conditions);
	}

	private ServiceQueries(Function<String, Selector> scope) {
		this.scope = scope;
	}

	/**
	 * Return the same queries for one function.
	 * @param function the function
	 * @return a narrower copy
	 */
	public ServiceQueries of(FunctionId function) {
		return new ServiceQueries((metric) -> this.scope.apply(metric)
			.with(Label.FUNCTION, function.function())
			.with(Label.MODULE, function.module()));
	}

	/**
	 * Return what counts the instances that have functions.
	 * @return a query with one number, or nothing if there is no instance
	 */
	public String instances() {
		return "count(" + PromQl.countBy(List.of(JOB, INSTANCE), calls().toString()) + ")";
	}

	/**
	 * Return calls per second.
	 * @param window the time to look back, in Prometheus' notation
	 * @return a query with a number for each function
	 */
	public String requestRate(String window) {
		return PromQl.sumBy(FUNCTION, PromQl.rate(calls(), window));
	}

	/**
	 * Return the share of calls that failed.
	 * @param window the time to look back, in Prometheus' notation
	 * @return a query with a number for each function that was called
	 */
	public String errorRatio(String window) {
		return errorRatio(FUNCTION, window);
	}

	private String errorRatio(List<Label> by, String window) {
		return PromQl.ratio(PromQl.sumBy(by, PromQl.rate(failed(), window)),
				PromQl.sumBy(by, PromQl.rate(calls(), window)));
	}

	/**
	 * Return the 99th, 95th and 50th percentile of the duration, told apart by the label
	 * {@link #PERCENTILE}.
	 * @param window the time to look back, in Prometheus' notation
	 * @return a query with three numbers for each function that was called, in seconds
	 */
	public String latency(String window) {
		Selector buckets = this.scope.apply(Metric.DURATION.prometheus() + "_bucket");
		return PromQl.quantiles(PromQl.sumBucketsBy(FUNCTION, PromQl.rate(buckets, window)));
	}

	/**
	 * Return the calls under way.
	 * @return a query with a number for each function that publishes it
	 */
	public String concurrent() {
		return PromQl.sumBy(FUNCTION, this.scope.apply(Metric.CONCURRENT.prometheus()).toString());
	}

	/**
	 * Return the calls that the running instances have counted.
	 * @return a query with a number for each function
	 */
	public String total() {
		return PromQl.sumBy(FUNCTION, calls().toString());
	}

	/**
	 * Return the failed calls that the running instances have counted.
	 * @return a query with a number for each function that has such a series
	 */
	public String failedTotal() {
		return PromQl.sumBy(FUNCTION, failed().toString());
	}

	/**
	 * Return calls per second by caller.
	 * @param window the time to look back, in Prometheus' notation
	 * @return a query with a number for each caller of each function
	 */
	public String callRate(String window) {
		return PromQl.sumBy(EDGE, PromQl.rate(calls(), window));
	}

	/**
	 * Return the share of calls that failed by caller.
	 * @param window the time to look back, in Prometheus' notation
	 * @return a query with a number for each caller of each function
	 */
	public String callErrorRatio(String window) {
		return errorRatio(EDGE, window);
	}

	/**
	 * Return the instances of each version. An instance counts a little longer than it
	 * runs, so that a scrape that fails looks like no deployment.
	 * @param window the time to look back, in Prometheus' notation
	 * @return a query with a number for each version and commit
	 */
	public String versions(String window) {
		Selector info = this.scope.apply(Metric.BUILD_INFO.prometheus()).withSome(Label.AUTOMETRICS_VERSION);
		return PromQl.countBy(List.of(Label.VERSION.prometheus(), Label.COMMIT.prometheus()),
				PromQl.lastOverTime(info, window));
	}

	/**
	 * Select what counts the calls.
	 * @return the series
	 */
	public Selector calls() {
		return this.scope.apply(Metric.CALLS.prometheus());
	}

	private Selector failed() {
		return calls().with(Label.RESULT, Result.ERROR.label());
	}

}
