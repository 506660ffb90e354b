package dev.autometrics.prometheus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * What answers like a Prometheus, or as a test wants it to.
 */
public final class FakePrometheus implements AutoCloseable {

	private static final String EMPTY = "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}";

	private final List<Request> requests = new CopyOnWriteArrayList<>();

	private final AtomicInteger running = new AtomicInteger();

	private final AtomicInteger mostRunning = new AtomicInteger();

	private final CountDownLatch end = new CountDownLatch(1);

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final HttpServer server;

	private volatile Answerer answerer = (exchange, query) -> answer(exchange, 200, EMPTY);

	public FakePrometheus() {
		this(0);
	}

	public FakePrometheus(int port) {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	public static String vector(String... series) {
		return "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[" + String.join(",", series)
				+ "]}}";
	}

	public static String series(String labels, String value) {
		return "{\"metric\":" + labels + ",\"value\":[1763800000.5,\"" + value + "\"]}";
	}

	public int port() {
		return this.server.getAddress().getPort();
	}

	public String url() {
		return "http://127.0.0.1:" + port();
	}

	public List<Request> requests() {
		return this.requests;
	}

	public int mostRunning() {
		return this.mostRunning.get();
	}

	public FakePrometheus answers(int status, String body) {
		return answers((exchange, query) -> answer(exchange, status, body));
	}

	public FakePrometheus answers(Answerer answerer) {
		this.answerer = answerer;
		return this;
	}

	public FakePrometheus hangs() {
		return answers((exchange, query) -> this.end.await());
	}

	public static void answer(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
	}

	private void handle(HttpExchange exchange) throws IOException {
		this.mostRunning.accumulateAndGet(this.running.incrementAndGet(), Math::max);
		try (exchange) {
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			Map<String, String> form = Arrays.stream(body.split("&", -1))
				.map((pair) -> pair.split("=", 2))
				.collect(Collectors.toMap((pair) -> pair[0],
						(pair) -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
			this.requests.add(new Request(exchange.getRequestMethod(), exchange.getRequestURI().toString(), form,
					Map.copyOf(exchange.getRequestHeaders())));
			this.answerer.answer(exchange, form.getOrDefault("query", ""));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.running.decrementAndGet();
		}
	}

	@Override
	public void close() {
		this.end.countDown();
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	/**
	 * What answers a query.
	 */
	@FunctionalInterface
	public interface Answerer {

		void answer(HttpExchange exchange, String query) throws IOException, InterruptedException;

	}

	/**
	 * A request that came.
	 *
	 * @param method the method
	 * @param path the path
	 * @param form the parameters
	 * @param headers the headers
	 */
	public record Request(String method, String path, Map<String, String> form, Map<String, List<String>> headers) {

	}

}
