package dev.autometrics.compatibility;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.boot.json.JsonParserFactory;

/**
 * An application of another JVM, seen through its endpoints.
 */
final class ObservedApplication {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static final Pattern CALLS = Pattern.compile("function_calls_total\\{caller_function=\"(\\w*)\","
			+ "caller_module=\"(?:\\w+\\.)*(\\w*)\",function=\"(\\w+)\",module=\"(?:\\w+\\.)*(\\w+)\",.*"
			+ "result=\"(\\w+)\".*\\} ([1-9].*)");

	private final String address;

	ObservedApplication(String port) {
		this.address = "http://127.0.0.1:" + port;
	}

	HttpResponse<String> request(String path) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.address + path))
			.timeout(Duration.ofSeconds(30))
			.build();
		return CLIENT.send(request, BodyHandlers.ofString());
	}

	String get(String path) throws IOException, InterruptedException {
		HttpResponse<String> response = request(path);
		if (response.statusCode() != 200) {
			throw new AssertionError(path + " answers " + response.statusCode() + ": " + response.body());
		}
		return response.body();
	}

	/**
	 * Return what the endpoint tells of functions, times apart.
	 * @return the functions in their order
	 */
	@SuppressWarnings("unchecked")
	List<Map<String, Object>> functions() throws IOException, InterruptedException {
		Map<String, Object> described = JsonParserFactory.getJsonParser().parseMap(get("/actuator/autometrics"));
		return ((List<Map<String, Object>>) described.get("functions")).stream()
			.map(ObservedApplication::withoutTimes)
			.toList();
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> withoutTimes(Map<String, Object> function) {
		Map<String, Object> copy = new TreeMap<>(function);
		copy.computeIfPresent("total", (name, total) -> {
			Map<String, Object> figures = new TreeMap<>((Map<String, Object>) total);
			figures.remove("since");
			return figures;
		});
		return copy;
	}

	/**
	 * Return the calls that have been counted.
	 * @return texts such as {@code Outer.outer > Inner.inner ok 2.0}, sorted
	 */
	List<String> calls() throws IOException, InterruptedException {
		return lines().map(CALLS::matcher).filter(Matcher::matches).map(ObservedApplication::call).sorted().toList();
	}

	private static String call(Matcher line) {
		String caller = line.group(1).isEmpty() ? "nobody" : line.group(2) + "." + line.group(1);
		return caller + " > " + line.group(4) + "." + line.group(3) + " " + line.group(5) + " " + line.group(6);
	}

	/**
	 * Return the series of the library.
	 * @return names and labels, sorted
	 */
	List<String> series() throws IOException, InterruptedException {
		return lines().filter((line) -> line.startsWith("function_calls_") || line.startsWith("build_info{"))
			.map((line) -> line.substring(0, line.lastIndexOf(' ')))
			.sorted()
			.toList();
	}

	private Stream<String> lines() throws IOException, InterruptedException {
		return get("/actuator/prometheus").lines();
	}

}
