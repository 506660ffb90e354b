package dev.autometrics.actuate.endpoint;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.autometrics.explorer.CallEdge;
import dev.autometrics.explorer.Figures.Answer;
import dev.autometrics.explorer.FunctionRow;
import dev.autometrics.model.FunctionId;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Who calls whom.
 *
 * @param at when the figures were read
 * @param source where they come from
 * @param range over how much time calls are counted
 * @param nodes the functions
 * @param edges the calls between them
 * @since 0.1.0
 */
public record GraphDescriptor(Instant at, SourceDescriptor source, String range, List<Node> nodes,
		List<Edge> edges) implements OperationResponseBody {

	static GraphDescriptor of(Instant at, FunctionIndex index, Answer<Content> answer) {
		Map<FunctionId, Sum> sums = new HashMap<>();
		List<CallEdge> edges = answer.value().edges();
		edges.forEach((edge) -> sums.computeIfAbsent(edge.callee(), (function) -> new Sum()).add(edge));
		return new GraphDescriptor(at, SourceDescriptor.of(answer.origin()), answer.range().text(),
				answer.value()
					.rows()
					.stream()
					.map((row) -> Node.of(row, sums.getOrDefault(row.function(), new Sum()), index))
					.toList(),
				edges.stream().map((edge) -> Edge.of(edge, index)).toList());
	}

	/**
	 * What a source tells of the calls.
	 *
	 * @param rows the functions
	 * @param edges who calls whom
	 */
	record Content(List<FunctionRow> rows, List<CallEdge> edges) {

	}

	/**
	 * A function.
	 *
	 * @param id its id
	 * @param module its module
	 * @param function its name
	 * @param requestRate calls per second, the sum of the edges that lead to it
	 * @param errorRatio the share of them that failed, from 0 to 1
	 * @param p95 the present 95th percentile of its duration in seconds
	 */
	public record Node(String id, String module, String function, @Nullable Double requestRate,
			@Nullable Double errorRatio, @Nullable Double p95) {

		private static Node of(FunctionRow row, Sum sum, FunctionIndex index) {
			FunctionId function = row.function();
			return new Node(index.idOf(function), function.module(), function.function(), Numbers.rounded(sum.calls),
					(sum.calls > 0) ? Numbers.rounded(sum.errors / sum.calls) : null,
					Numbers.rounded(row.latency().p95()));
		}

	}

	/**
	 * Calls of a function.
	 *
	 * @param from the id of the caller, absent for what is no function
	 * @param to the id of the function that is called
	 * @param requestRate calls per second
	 * @param errorRatio the share of them that failed, from 0 to 1
	 */
	public record Edge(@Nullable String from, String to, @Nullable Double requestRate, @Nullable Double errorRatio) {

		private static Edge of(CallEdge edge, FunctionIndex index) {
			return new Edge((edge.caller() != null) ? index.idOf(edge.caller()) : null, index.idOf(edge.callee()),
					Numbers.rounded(edge.requestRate()), Numbers.rounded(edge.errorRatio()));
		}

	}

	/**
	 * Calls per second that lead to a function.
	 */
	private static final class Sum {

		private double calls;

		private double errors;

		private void add(CallEdge edge) {
			Double errorRatio = edge.errorRatio();
			this.calls += edge.requestRate();
			this.errors += (errorRatio != null) ? errorRatio * edge.requestRate() : 0;
		}

	}

}
