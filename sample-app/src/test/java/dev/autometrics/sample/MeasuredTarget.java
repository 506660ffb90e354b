package dev.autometrics.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import dev.autometrics.model.ObjectiveRecords;

/**
 * An application that has everything that dashboards read: functions that call each
 * other, versions, and what rules would have recorded. Every scrape finds more calls.
 */
final class MeasuredTarget implements AutoCloseable {

	private static final List<String> BUCKETS = List.of("0.25", "1.0", "+Inf");

	private static final List<String> WINDOWS = List.of("5m", "30m", "1h", "2h", "6h", "1d", "3d", "30d");

	private final AtomicInteger scrapes = new AtomicInteger();

	private final StringBuilder text = new StringBuilder();

	private final HttpServer server;

	private final String service;

	private final String namespace;

	MeasuredTarget(String service, String namespace) {
		this.service = service;
		this.namespace = namespace;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	MeasuredTarget start() {
		this.server.createContext("/actuator/prometheus", (exchange) -> {
			String count = String.valueOf(this.scrapes.incrementAndGet());
			byte[] body = this.text.toString().replace(" N\n", " " + count + "\n").getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		this.server.start();
		return this;
	}

	MeasuredTarget version(String version) {
		return add("build_info", "1", "autometrics_version", "1.0.0", "version", version, "commit", "c0ffee", "branch",
				"main");
	}

	/**
	 * Add calls of a function, of which half fail.
	 * @param module its module
	 * @param function its name
	 * @param caller the name of a function of the same module, or nothing
	 * @param objective the name of its objective, or nothing
	 * @return this target
	 */
	MeasuredTarget calls(String module, String function, String caller, String objective) {
		for (String result : List.of("ok", "error")) {
			add("function_calls_total", "N", "module", module, "function", function, "caller_module",
					caller.isEmpty() ? "" : module, "caller_function", caller, "objective_name", objective,
					"objective_percentile", objective.isEmpty() ? "" : "99.9", "result", result);
		}
		return this;
	}

	MeasuredTarget durations(String module, String function, String objective) {
		String[] labels = { "module", module, "function", function, "objective_name", objective, "objective_percentile",
				objective.isEmpty() ? "" : "99", "objective_latency_threshold", objective.isEmpty() ? "" : "0.25", "le",
				"" };
		for (String bucket : BUCKETS) {
			labels[labels.length - 1] = bucket;
			add("function_calls_duration_seconds_bucket", "N", labels);
		}
		labels[labels.length - 1] = "";
		return add("function_calls_duration_seconds_count", "N", labels).add("function_calls_concurrent", "2", "module",
				module, "function", function);
	}

	/**
	 * Add what rules would record.
	 * @param objective the name of an objective
	 * @param slo which target of it
	 * @param percentile the share of its good calls
	 * @param threshold the longest duration of a good call, or nothing
	 * @return this target
	 */
	MeasuredTarget records(String objective, String slo, String percentile, String threshold) {
		String[] labels = { "objective_name", objective, "slo", slo, "objective_percentile", percentile,
				"objective_latency_threshold", threshold };
		add(ObjectiveRecords.CALLS_5M, "4", labels).add(ObjectiveRecords.BUDGET_REMAINING, "0.5", labels);
		WINDOWS.forEach((window) -> add(ObjectiveRecords.badRatio(window), "0.005", labels));
		return add("ALERTS", "1", "objective_name", objective, "slo", slo, "alertname",
				ObjectiveRecords.BUDGET_BURN_ALERT, "alertstate", "firing");
	}

	private MeasuredTarget add(String metric, String value, String... labels) {
		this.text.append(metric).append("{service_name=").append(quoted(this.service));
		this.text.append(",namespace=").append(quoted(this.namespace));
		for (int label = 0; label < labels.length; label += 2) {
			this.text.append(',').append(labels[label]).append('=').append(quoted(labels[label + 1]));
		}
		this.text.append("} ").append(value).append('\n');
		return this;
	}

	private static String quoted(String value) {
		return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
