package dev.autometrics.actuate.endpoint;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.autometrics.explorer.CallEdge;
import dev.autometrics.explorer.Figures.Answer;
import dev.autometrics.explorer.FunctionSeries;
import dev.autometrics.explorer.FunctionSeries.Deploy;
import dev.autometrics.explorer.FunctionSeries.Kind;
import dev.autometrics.model.FunctionId;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * The figures of a function over time, in columns of the same length. {@code null} in a
 * column is a gap.
 *
 * @param id the id of the function
 * @param source where the figures come from
 * @param range how far they go back
 * @param stepSeconds the time between two points
 * @param time the times, in seconds since 1970
 * @param ok good calls per second
 * @param error bad calls per second
 * @param errorRatio share of bad calls, from 0 to 1
 * @param p50 median of the duration in seconds
 * @param p95 95th percentile of the duration in seconds
 * @param p99 99th percentile of the duration in seconds
 * @param concurrent calls under way
 * @param deploys when another version started
 * @param resets when counters started again at zero, in seconds since 1970
 * @param callers who calls the function
 * @param callees whom the function calls
 * @param instances the number of instances that the figures are of
 * @since 0.1.0
 */
public record SeriesDescriptor(String id, SourceDescriptor source, String range, double stepSeconds, List<Long> time,
		List<@Nullable Double> ok, List<@Nullable Double> error, List<@Nullable Double> errorRatio,
		List<@Nullable Double> p50, List<@Nullable Double> p95, List<@Nullable Double> p99,
		List<@Nullable Double> concurrent, List<DeployDescriptor> deploys, List<Long> resets,
		List<NeighbourDescriptor> callers, List<NeighbourDescriptor> callees,
		@Nullable Integer instances) implements OperationResponseBody {

	private static final double MILLIS_PER_SECOND = 1000;

	static SeriesDescriptor of(FunctionId function, FunctionIndex index, Answer<Content> answer) {
		FunctionSeries series = answer.value().series();
		Map<Kind, List<@Nullable Double>> values = series.values();
		List<CallEdge> edges = answer.value().edges();
		return new SeriesDescriptor(index.idOf(function), SourceDescriptor.of(answer.origin()), answer.range().text(),
				series.step().toMillis() / MILLIS_PER_SECOND, seconds(series.times()),
				Numbers.rounded(values.get(Kind.OK)), Numbers.rounded(values.get(Kind.ERROR)),
				Numbers.rounded(values.get(Kind.ERROR_RATIO)), Numbers.rounded(values.get(Kind.P50)),
				Numbers.rounded(values.get(Kind.P95)), Numbers.rounded(values.get(Kind.P99)),
				Numbers.exact(values.get(Kind.CONCURRENT)),
				series.deploys().stream().map(DeployDescriptor::of).toList(), seconds(series.resets()),
				NeighbourDescriptor.callers(function, edges, index),
				NeighbourDescriptor.callees(function, edges, index), series.instances());
	}

	private static List<Long> seconds(List<Instant> times) {
		return times.stream().map(Instant::getEpochSecond).toList();
	}

	/**
	 * What a source tells of a function.
	 *
	 * @param series its series
	 * @param edges who calls whom
	 */
	record Content(FunctionSeries series, List<CallEdge> edges) {

	}

	/**
	 * The start of another version.
	 *
	 * @param at when it was first seen
	 * @param version its version
	 * @param commit its commit
	 */
	public record DeployDescriptor(Instant at, @Nullable String version, @Nullable String commit) {

		static DeployDescriptor of(Deploy deploy) {
			return new DeployDescriptor(deploy.at(), deploy.version().isEmpty() ? null : deploy.version(),
					deploy.commit().isEmpty() ? null : deploy.commit());
		}

	}

	/**
	 * A function that calls, or is called.
	 *
	 * @param id its id, absent for what is no function
	 * @param module its module
	 * @param function its name
	 * @param requestRate calls per second
	 * @param errorRatio the share of them that failed, from 0 to 1
	 */
	public record NeighbourDescriptor(@Nullable String id, @Nullable String module, @Nullable String function,
			@Nullable Double requestRate, @Nullable Double errorRatio) {

		static List<NeighbourDescriptor> callers(FunctionId function, List<CallEdge> edges, FunctionIndex index) {
			return edges.stream()
				.filter((edge) -> edge.callee().equals(function))
				.map((edge) -> of(edge.caller(), edge, index))
				.toList();
		}

		static List<NeighbourDescriptor> callees(FunctionId function, List<CallEdge> edges, FunctionIndex index) {
			return edges.stream()
				.filter((edge) -> function.equals(edge.caller()))
				.map((edge) -> of(edge.callee(), edge, index))
				.toList();
		}

		private static NeighbourDescriptor of(@Nullable FunctionId function, CallEdge edge, FunctionIndex index) {
			Double rate = Numbers.rounded(edge.requestRate());
			Double ratio = Numbers.rounded(edge.errorRatio());
			return (function != null)
					? new NeighbourDescriptor(index.idOf(function), function.module(), function.function(), rate, ratio)
					: new NeighbourDescriptor(null, null, null, rate, ratio);
		}

	}

}
