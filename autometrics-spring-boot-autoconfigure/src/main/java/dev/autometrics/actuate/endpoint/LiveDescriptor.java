package dev.autometrics.actuate.endpoint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.autometrics.explorer.Figures.Answer;
import dev.autometrics.explorer.FunctionRow;
import dev.autometrics.explorer.Percentiles;
import dev.autometrics.model.FunctionId;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * The present figures of all functions, in few bytes: this is what the page asks for
 * again and again.
 *
 * @param at when the figures were read
 * @param source where they come from
 * @param range how far the trends go back
 * @param columns what the values of a row are
 * @param rows a row for every function
 * @since 0.1.0
 */
public record LiveDescriptor(Instant at, SourceDescriptor source, String range, List<String> columns,
		List<List<@Nullable Object>> rows) implements OperationResponseBody {

	private static final List<String> COLUMNS = List.of("id", "requestRate", "errorRatio", "p50", "p95", "p99",
			"concurrent", "calls", "errors", "trend");

	static LiveDescriptor of(Instant at, FunctionIndex index, Answer<List<FunctionRow>> answer) {
		Map<FunctionId, FunctionRow> known = answer.value()
			.stream()
			.collect(Collectors.toMap(FunctionRow::function, Function.identity(), (first, second) -> first));
		List<List<@Nullable Object>> rows = new ArrayList<>();
		index.functions().forEach((id, function) -> rows.add(row(id, known.get(function.id()))));
		return new LiveDescriptor(at, SourceDescriptor.of(answer.origin()), answer.range().text(), COLUMNS, rows);
	}

	private static List<@Nullable Object> row(String id, @Nullable FunctionRow row) {
		List<@Nullable Object> values = new ArrayList<>(COLUMNS.size());
		values.add(id);
		Percentiles latency = (row != null) ? row.latency() : Percentiles.UNKNOWN;
		values.add((row != null) ? Numbers.rounded(row.requestRate()) : null);
		values.add((row != null) ? Numbers.rounded(row.errorRatio()) : null);
		values.add(Numbers.rounded(latency.p50()));
		values.add(Numbers.rounded(latency.p95()));
		values.add(Numbers.rounded(latency.p99()));
		values.add((row != null) ? row.concurrent() : null);
		values.add((row != null) ? row.calls() : null);
		values.add((row != null) ? row.errors() : null);
		values.add((row != null) ? row.trend() : List.of());
		return Collections.unmodifiableList(values);
	}

}
