package dev.autometrics.actuate.endpoint;

import java.util.List;

import dev.autometrics.live.FunctionFigures;
import dev.autometrics.live.LiveFigures;
import dev.autometrics.model.FunctionCatalog;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * The time series that a Prometheus has of this instance, but for {@code build_info}.
 *
 * @param total all of them
 * @param functions those that functions have, whoever calls them
 * @param callers those that tell the callers of functions apart
 * @since 0.1.0
 */
public record SeriesCount(long total, long functions, long callers) implements OperationResponseBody {

	static SeriesCount of(FunctionCatalog catalog, LiveFigures live) {
		List<FunctionFigures> figures = catalog.snapshot().stream().map((function) -> live.of(function.id())).toList();
		long functions = figures.stream().mapToLong(FunctionFigures::series).sum();
		long callers = figures.stream().mapToLong(FunctionFigures::callerSeries).sum();
		return new SeriesCount(functions + callers, functions, callers);
	}

}
