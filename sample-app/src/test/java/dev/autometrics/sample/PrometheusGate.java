package dev.autometrics.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Stands before a Prometheus, and can keep requests from it: they get no answer then.
 */
final class PrometheusGate implements AutoCloseable {

	private final HttpClient client = HttpClient.newHttpClient();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final String target;

	private final HttpServer server;

	private volatile CountDownLatch gate = new CountDownLatch(0);

	PrometheusGate(String target) {
		this.target = target;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	void shut() {
		this.gate = new CountDownLatch(1);
	}

	void open() {
		this.gate.countDown();
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			CountDownLatch gate = this.gate;
			if (gate.getCount() > 0) {
				gate.await();
				return;
			}
			HttpResponse<byte[]> response = this.client
				.send(HttpRequest.newBuilder(URI.create(this.target + exchange.getRequestURI()))
					.header("Content-Type", "application/x-www-form-urlencoded")
					.method(exchange.getRequestMethod(),
							BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
					.build(), BodyHandlers.ofByteArray());
			exchange.sendResponseHeaders(response.statusCode(), response.body().length);
			exchange.getResponseBody().write(response.body());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		open();
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}
