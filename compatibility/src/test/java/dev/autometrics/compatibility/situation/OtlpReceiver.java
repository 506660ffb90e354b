package dev.autometrics.compatibility.situation;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;

/**
 * What metrics are sent to over OTLP: it reads them with the classes of the protocol.
 */
final class OtlpReceiver implements AutoCloseable {

	private final List<Metric> metrics = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	OtlpReceiver() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/v1/metrics", this::receive);
		this.server.start();
	}

	private void receive(HttpExchange exchange) throws IOException {
		boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
		try (InputStream body = zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
			ExportMetricsServiceRequest.parseFrom(body)
				.getResourceMetricsList()
				.forEach((resource) -> resource.getScopeMetricsList()
					.forEach((scope) -> this.metrics.addAll(scope.getMetricsList())));
		}
		exchange.sendResponseHeaders(200, -1);
		exchange.close();
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + "/v1/metrics";
	}

	/**
	 * Return what has arrived of functions.
	 * @return a line for each series
	 */
	List<String> lines() {
		return this.metrics.stream()
			.filter((metric) -> metric.getName().startsWith("function.calls") || metric.getName().startsWith("build"))
			.flatMap(OtlpReceiver::lines)
			.toList();
	}

	private static Stream<String> lines(Metric metric) {
		String start = metric.getName() + " [" + metric.getUnit() + "] ";
		Stream<String> sums = metric.getSum().getDataPointsList().stream().map((point) -> start + number(point));
		Stream<String> gauges = metric.getGauge().getDataPointsList().stream().map((point) -> start + number(point));
		Stream<String> histograms = metric.getHistogram()
			.getDataPointsList()
			.stream()
			.map((point) -> start + histogram(point));
		return Stream.of(sums, gauges, histograms).flatMap((lines) -> lines);
	}

	private static String number(NumberDataPoint point) {
		return labels(point.getAttributesList()) + " " + point.getAsDouble();
	}

	private static String histogram(HistogramDataPoint point) {
		return labels(point.getAttributesList()) + " count=" + point.getCount() + " sum=" + point.getSum() + " bounds="
				+ point.getExplicitBoundsList();
	}

	private static String labels(List<KeyValue> labels) {
		return labels.stream()
			.filter((label) -> !label.getValue().getStringValue().isEmpty())
			.map((label) -> label.getKey() + "=" + label.getValue().getStringValue())
			.sorted()
			.collect(Collectors.joining(",", "{", "}"));
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
