package dev.autometrics.instrument;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

import dev.autometrics.live.FunctionFigures;
import dev.autometrics.model.Metric;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongGauge;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;

/**
 * The metrics that are read when somebody asks for them: the calls under way, and what is
 * running. An SDK may live longer than the application, so they are taken back.
 */
final class OpenTelemetryGauges {

	private final Queue<Concurrency> concurrency = new ConcurrentLinkedQueue<>();

	private final Queue<ObservableLongGauge> published = new ConcurrentLinkedQueue<>();

	private final Meter meter;

	OpenTelemetryGauges(Meter meter) {
		this.meter = meter;
	}

	/**
	 * Publish the calls of a function under way.
	 * @param figures its figures
	 * @param attributes its attributes
	 */
	synchronized void addConcurrency(FunctionFigures figures, Attributes attributes) {
		boolean first = this.concurrency.isEmpty();
		this.concurrency.add(new Concurrency(figures, attributes));
		if (first) {
			publish(Metric.CONCURRENT, this::measureConcurrency);
		}
	}

	private void measureConcurrency(ObservableLongMeasurement measurement) {
		this.concurrency.forEach((each) -> measurement.record(each.figures().concurrent(), each.attributes()));
	}

	/**
	 * Publish what is running.
	 * @param attributes the attributes that tell
	 */
	void publishBuildInfo(Attributes attributes) {
		publish(Metric.BUILD_INFO, (measurement) -> measurement.record(1, attributes));
	}

	private void publish(Metric metric, Consumer<ObservableLongMeasurement> callback) {
		this.published.add(this.meter.gaugeBuilder(metric.dotted())
			.ofLongs()
			.setDescription(metric.description())
			.buildWithCallback(callback));
	}

	/**
	 * Publish nothing from now on.
	 */
	void close() {
		for (ObservableLongGauge gauge = this.published.poll(); gauge != null; gauge = this.published.poll()) {
			gauge.close();
		}
	}

	private record Concurrency(FunctionFigures figures, Attributes attributes) {

	}

}
