package dev.autometrics.compatibility.situation;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;

/**
 * Prints the metrics of Autometrics.
 */
final class RecordedExporter implements MetricExporter {

	private static final String SCOPE = "dev.autometrics";

	@Override
	public CompletableResultCode export(Collection<MetricData> metrics) {
		for (MetricData metric : metrics) {
			if (metric.getInstrumentationScopeInfo().getName().equals(SCOPE)) {
				metric.getData()
					.getPoints()
					.forEach((point) -> SituationApplication.print(SituationReport.SERIES,
							metric.getName() + " [" + metric.getUnit() + "] " + text(point)));
			}
		}
		return CompletableResultCode.ofSuccess();
	}

	private static String text(PointData point) {
		String attributes = text(point.getAttributes());
		if (point instanceof HistogramPointData histogram) {
			return attributes + " count=" + histogram.getCount() + " bounds=" + histogram.getBoundaries();
		}
		return attributes + " " + ((LongPointData) point).getValue();
	}

	// Those without a value are left out.
	private static String text(Attributes attributes) {
		Map<String, Object> sorted = new TreeMap<>();
		for (Map.Entry<AttributeKey<?>, Object> attribute : attributes.asMap().entrySet()) {
			if (!attribute.getValue().equals("")) {
				sorted.put(attribute.getKey().getKey(), attribute.getValue());
			}
		}
		return sorted.toString();
	}

	@Override
	public AggregationTemporality getAggregationTemporality(InstrumentType type) {
		return AggregationTemporality.CUMULATIVE;
	}

	@Override
	public CompletableResultCode flush() {
		return CompletableResultCode.ofSuccess();
	}

	@Override
	public CompletableResultCode shutdown() {
		return CompletableResultCode.ofSuccess();
	}

}
