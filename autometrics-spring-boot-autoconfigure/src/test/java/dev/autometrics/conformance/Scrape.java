package dev.autometrics.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * What an application answers to Prometheus.
 *
 * @param contentType the media type of the answer, with its parameters
 * @param text the body
 */
record Scrape(String contentType, String text) {

	private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

	static Scrape of(int port, String path, Form form) {
		HttpResponse<String> response = get(port, path, form.accept());
		return new Scrape(response.headers().firstValue("Content-Type").orElse(""), response.body());
	}

	static HttpResponse<String> get(int port, String path, String accept) {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
			.header("Accept", accept)
			.timeout(Duration.ofSeconds(30))
			.build();
		try {
			HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
			if (response.statusCode() != 200) {
				throw new AssertionError(path + " answers " + response.statusCode() + ": " + response.body());
			}
			return response;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	Samples samples() {
		return Exposition.samples(this.text);
	}

	Samples named(String name) {
		return samples().named(name);
	}

	Map<String, String> types() {
		return Exposition.types(this.text);
	}

}
