package dev.autometrics.compatibility.matrix;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpServer;

/**
 * A server on 127.0.0.1 that says "hello" at {@code /word}.
 */
public final class WordServer implements AutoCloseable {

	private final HttpServer server;

	public WordServer() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/word", (exchange) -> {
			byte[] answer = "hello".getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().add("Content-Type", "text/plain");
			exchange.sendResponseHeaders(200, answer.length);
			exchange.getResponseBody().write(answer);
			exchange.close();
		});
		this.server.start();
	}

	/**
	 * Return where it is, as a property.
	 * @return the name and the value
	 */
	public String property() {
		return "words.address=http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
