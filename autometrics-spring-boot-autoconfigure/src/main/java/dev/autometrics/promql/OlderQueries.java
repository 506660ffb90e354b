package dev.autometrics.promql;

import java.util.List;

import dev.autometrics.Result;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.Label;
import dev.autometrics.model.Metric;
import dev.autometrics.model.MetricsFormat;

/**
 * The three queries of the metrics of release 0.5, by version and commit. They are not
 * told apart by service, which those metrics do not name.
 *
 * @since 0.1.0
 */
public final class OlderQueries {

	private static final List<Label> BY = List.of(Label.FUNCTION, Label.MODULE, Label.COMMIT, Label.VERSION);

	private OlderQueries() {
	}

	/**
	 * Return the queries of a function.
	 * @param id the function
	 * @param conditions what tells its series from those of another service
	 * @return an immutable list
	 */
	public static List<Query> of(FunctionId id, LabelMatchers conditions) {
		Selector calls = select(MetricsFormat.V0_5.prometheus(Metric.CALLS), id).with(conditions);
		Selector buckets = select(MetricsFormat.V0_5.prometheus(Metric.DURATION) + "_bucket", id).with(conditions);
		Selector failed = calls.with(Label.RESULT, Result.ERROR.label());
		Selector info = new Selector(MetricsFormat.V0_5.prometheus(Metric.BUILD_INFO)).with(conditions);
		return List.of(new Query("requestRate", "Request rate", PromQl.sumBy(BY, byVersion(calls, info))),
				new Query("latency", "Latency", PromQl.quantiles(PromQl.sumBucketsBy(BY, byVersion(buckets, info)))),
				new Query("errorRatio", "Error Ratio", PromQl.ratio(PromQl.sumBy(BY, byVersion(failed, info)),
						PromQl.sumBy(BY, byVersion(calls, info)))));
	}

	private static Selector select(String metric, FunctionId id) {
		return new Selector(metric).with(Label.FUNCTION, id.function()).with(Label.MODULE, id.module());
	}

	private static String byVersion(Selector selector, Selector info) {
		return PromQl.byVersion(PromQl.rate(selector), info);
	}

}
