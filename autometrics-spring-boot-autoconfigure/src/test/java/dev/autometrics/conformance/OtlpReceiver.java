package dev.autometrics.conformance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;

/**
 * Takes metrics over OTLP, as a collector does.
 */
final class OtlpReceiver implements AutoCloseable {

	private static final String PATH = "/v1/metrics";

	private final Queue<ExportMetricsServiceRequest> received = new ConcurrentLinkedQueue<>();

	private final HttpServer server;

	OtlpReceiver() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext(PATH, this::receive);
		this.server.start();
	}

	private void receive(HttpExchange exchange) throws IOException {
		this.received.add(ExportMetricsServiceRequest.parseFrom(exchange.getRequestBody()));
		byte[] answer = ExportMetricsServiceResponse.getDefaultInstance().toByteArray();
		exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
		exchange.sendResponseHeaders(200, (answer.length > 0) ? answer.length : -1);
		exchange.getResponseBody().write(answer);
		exchange.close();
	}

	String address() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + PATH;
	}

	/**
	 * Return what has come so far.
	 * @return the metrics by their scope
	 */
	List<ScopeMetrics> metrics() {
		return this.received.stream()
			.flatMap((request) -> request.getResourceMetricsList().stream())
			.flatMap((resource) -> resource.getScopeMetricsList().stream())
			.toList();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
