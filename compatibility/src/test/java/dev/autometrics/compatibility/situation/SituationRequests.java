package dev.autometrics.compatibility.situation;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.core.env.Environment;

/**
 * Requests to the application's servers.
 */
final class SituationRequests {

	private static final String CREDENTIALS = "Basic "
			+ Base64.getEncoder().encodeToString("user:secret".getBytes(StandardCharsets.UTF_8));

	private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,"
			+ "image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7";

	private static final Pattern SCRIPT = Pattern.compile("type=\"module\" src=\"([^\"]*)\"");

	private final Environment environment;

	private HttpClient client;

	SituationRequests(Environment environment) {
		this.environment = environment;
	}

	boolean arePossible() {
		return this.environment.containsProperty("local.server.port");
	}

	void order() throws Exception {
		String path = this.environment.getProperty("situation.path", "") + "/orders?article=";
		for (String article : List.of("apple", "plum", SituationPayments.POISON)) {
			get("server", path + article, CREDENTIALS);
		}
	}

	/**
	 * Ask the endpoint, with credentials, and once without.
	 * @param path its path
	 * @throws Exception if there is no answer
	 */
	void ask(String path) throws Exception {
		String server = this.environment.containsProperty("local.management.port") ? "management" : "server";
		SituationApplication.print(SituationReport.PORT, port("server"));
		SituationApplication.print(SituationReport.MANAGEMENT_PORT, port(server));
		HttpResponse<String> all = get(server, path, CREDENTIALS);
		SituationApplication.print(SituationReport.JSON, all.body());
		String function = path + "/" + SituationOrders.class.getName() + ".order";
		SituationApplication.print(SituationReport.STATUS, "all " + all.statusCode());
		SituationApplication.print(SituationReport.STATUS, "one " + get(server, function, CREDENTIALS).statusCode());
		SituationApplication.print(SituationReport.STATUS,
				"unknown " + get(server, path + "/unknown", CREDENTIALS).statusCode());
		HttpResponse<String> rules = get(server, path + "/rules", CREDENTIALS);
		SituationApplication.print(SituationReport.STATUS,
				"rules " + rules.statusCode() + " " + rules.headers().firstValue("Content-Type").orElse("") + " "
						+ rules.body().lines().findFirst().orElse(""));
		for (String each : List.of("/live?range=15m&source=live", "/graph?range=2h")) {
			SituationApplication.print(SituationReport.STATUS,
					each + " " + get(server, path + each, CREDENTIALS).statusCode());
		}
		SituationApplication.print(SituationReport.STATUS,
				"series " + get(server, function + "/series", CREDENTIALS).statusCode());
		SituationApplication.print(SituationReport.STATUS, "anonymous " + get(server, path, "").statusCode());
		browse(server, path, function);
	}

	private void browse(String server, String path, String function) throws Exception {
		String files = path.substring(path.lastIndexOf('/') + 1) + "/ui/app.js";
		for (String accept : List.of(BROWSER, "*/*", "application/json")) {
			printPage(server, path, accept);
			printPage(server, function, accept);
		}
		printPage(server, path.substring(0, path.lastIndexOf('/') + 1) + files, "*/*");
		printPage(server, function + "/series", "*/*");
		printPage(server, path + "/rules", BROWSER);
		printPage(server, path + "/ui/index.html", BROWSER);
	}

	// Prints what an answer is, and the file that a page refers to.
	private void printPage(String server, String path, String accept) throws Exception {
		HttpResponse<String> answer = get(server, path, CREDENTIALS, "Accept", accept);
		Matcher script = SCRIPT.matcher(answer.body());
		String type = answer.headers().firstValue("Content-Type").orElse("");
		SituationApplication.print(SituationReport.PAGE,
				accept.replaceAll(",.*", "") + " " + path.substring(path.lastIndexOf('/') + 1) + " "
						+ ((answer.statusCode() == 200) ? kind(type) : answer.statusCode())
						+ (script.find() ? " " + script.group(1) : ""));
	}

	private static String kind(String type) {
		return type.contains("json") ? "json" : type.replaceAll(";.*", "");
	}

	private HttpResponse<String> get(String server, String path, String credentials, String... headers)
			throws Exception {
		URI address = URI.create(scheme(server) + "://127.0.0.1:" + port(server) + path);
		HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30));
		if (!credentials.isEmpty()) {
			request.header("Authorization", credentials);
		}
		if (headers.length > 0) {
			request.headers(headers);
		}
		return client().send(request.build(), BodyHandlers.ofString());
	}

	private HttpClient client() throws Exception {
		if (this.client == null) {
			this.client = HttpClient.newBuilder().sslContext(SituationKeys.trust()).build();
		}
		return this.client;
	}

	private String port(String server) {
		return this.environment.getRequiredProperty("local." + server + ".port");
	}

	private String scheme(String server) {
		return this.environment.getProperty("situation.scheme." + server, "http");
	}

}
