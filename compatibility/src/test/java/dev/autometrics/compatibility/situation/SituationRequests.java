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

import org.springframework.core.env.Environment;

/**
 * Requests to the application's servers.
 */
final class SituationRequests {

	private static final String CREDENTIALS = "Basic "
			+ Base64.getEncoder().encodeToString("user:secret".getBytes(StandardCharsets.UTF_8));

	private final Environment environment;

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
	}

	private HttpResponse<String> get(String server, String path, String credentials) throws Exception {
		URI address = URI.create(scheme(server) + "://127.0.0.1:" + port(server) + path);
		HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30));
		if (!credentials.isEmpty()) {
			request.header("Authorization", credentials);
		}
		return HttpClient.newBuilder()
			.sslContext(SituationKeys.trust())
			.build()
			.send(request.build(), BodyHandlers.ofString());
	}

	private String port(String server) {
		return this.environment.getRequiredProperty("local." + server + ".port");
	}

	private String scheme(String server) {
		return this.environment.getProperty("situation.scheme." + server, "http");
	}

}
