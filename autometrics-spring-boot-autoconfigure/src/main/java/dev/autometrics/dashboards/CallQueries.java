package dev.autometrics.dashboards;

import java.util.List;

import dev.autometrics.Result;
import dev.autometrics.model.Label;
import dev.autometrics.model.Metric;
import dev.autometrics.promql.PromQl;
import dev.autometrics.promql.Selector;

/**
 * The queries about the calls of some functions.
 *
 * @param calls their counters
 * @param buckets their histograms
 * @param concurrent their gauges
 * @param info the {@code build_info} of the instances that they run in
 */
record CallQueries(Selector calls, Selector buckets, Selector concurrent, Selector info) {

	/**
	 * Range of what is drawn as a graph.
	 */
	static final String STEP = "$__rate_interval";

	/**
	 * Range of what tells of the whole time that is shown.
	 */
	static final String RANGE = "$__range";

	private static final List<Label> VERSION = List.of(Label.VERSION, Label.COMMIT);

	static CallQueries ofService(DashboardScope scope) {
		return new CallQueries(scope.published(Metric.CALLS.prometheus()),
				scope.published(Metric.DURATION.prometheus() + "_bucket"),
				scope.published(Metric.CONCURRENT.prometheus()),
				scope.published(Metric.BUILD_INFO.prometheus()).withSome(Label.AUTOMETRICS_VERSION));
	}

	static CallQueries ofFunction(DashboardScope scope) {
		CallQueries service = ofService(scope);
		return new CallQueries(ofFunction(service.calls), ofFunction(service.buckets), ofFunction(service.concurrent),
				service.info);
	}

	private static Selector ofFunction(Selector series) {
		return Variables.narrow(Variables.narrow(series, Label.MODULE, Variables.MODULE), Label.FUNCTION,
				Variables.FUNCTION);
	}

	/**
	 * Return the queries about what a function calls.
	 * @param scope the service
	 * @return queries that know calls only
	 */
	static CallQueries ofCallees(DashboardScope scope) {
		CallQueries service = ofService(scope);
		Selector callees = Variables.narrow(Variables.narrow(service.calls, Label.CALLER_MODULE, Variables.MODULE),
				Label.CALLER_FUNCTION, Variables.FUNCTION);
		return new CallQueries(callees, service.buckets, service.concurrent, service.info);
	}

	String rate(List<Label> by, String range) {
		return PromQl.sumBy(by, PromQl.rate(this.calls, range));
	}

	String errorRatio(List<Label> by, String range) {
		return PromQl.ratio(PromQl.sumBy(by, PromQl.rate(failed(), range)), rate(by, range));
	}

	private Selector failed() {
		return this.calls.with(Label.RESULT, Result.ERROR.label());
	}

	String quantile(String quantile, List<Label> by, String range) {
		return PromQl.quantile(quantile, PromQl.sumBucketsBy(by, PromQl.rate(this.buckets, range)));
	}

	String heatmap() {
		return PromQl.sumBucketsBy(List.of(), PromQl.rate(this.buckets, STEP));
	}

	String underWay(List<Label> by) {
		return PromQl.sumBy(by, this.concurrent.toString());
	}

	String rateByVersion() {
		return PromQl.sumBy(VERSION, byVersion(PromQl.rate(this.calls, STEP)));
	}

	String errorRatioByVersion() {
		return PromQl.ratio(PromQl.sumBy(VERSION, byVersion(PromQl.rate(failed(), STEP))), rateByVersion());
	}

	String quantileByVersion(String quantile) {
		return PromQl.quantile(quantile, PromQl.sumBucketsBy(VERSION, byVersion(PromQl.rate(this.buckets, STEP))));
	}

	private String byVersion(String rate) {
		return PromQl.byVersion(rate, this.info);
	}

	String instances() {
		return "count(count by (instance, job) (" + this.info + "))";
	}

	String instancesByVersion() {
		return "count by (version, commit, branch) (" + this.info + ")";
	}

	static String top(String query) {
		return "topk(10, " + query + ")";
	}

}
