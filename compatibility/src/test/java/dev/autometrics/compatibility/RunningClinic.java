package dev.autometrics.compatibility;

import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import dev.autometrics.compatibility.clinic.ClinicApplication;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;

/**
 * The clinic on 127.0.0.1, with a search for problems that fails the start for one.
 */
final class RunningClinic implements AutoCloseable {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private final URLClassLoader classes;

	private final ConfigurableApplicationContext context;

	private RunningClinic(URLClassLoader classes, ConfigurableApplicationContext context) {
		this.classes = classes;
		this.context = context;
	}

	static RunningClinic start(ClinicMarks marks, Path folder, String... properties) throws Exception {
		List<String> all = new ArrayList<>(List.of("spring.main.banner-mode=off", "spring.config.name=compatibility",
				"server.address=127.0.0.1", "server.port=0", "autometrics.repository.detect=false",
				"management.endpoints.web.exposure.include=autometrics", "spring.jmx.enabled=false",
				"logging.level.root=warn", "autometrics.problems=fail"));
		all.addAll(List.of(properties));
		URLClassLoader classes = marks.copyTo(folder);
		Thread thread = Thread.currentThread();
		ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(classes);
		try {
			return new RunningClinic(classes,
					new SpringApplicationBuilder(new DefaultResourceLoader(classes),
							classes.loadClass(ClinicApplication.class.getName()))
						.properties(all.toArray(String[]::new))
						.run());
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	String get(String path) throws Exception {
		return send(request(path));
	}

	/**
	 * Fill in a form.
	 * @param path where it is
	 * @param form what is entered
	 * @return where the answer leads, or its body
	 * @throws Exception if there is no answer
	 */
	String post(String path, String form) throws Exception {
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form)));
	}

	private HttpRequest.Builder request(String path) {
		String port = this.context.getEnvironment().getRequiredProperty("local.server.port");
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(30));
	}

	private static String send(HttpRequest.Builder request) throws Exception {
		var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
		return answer.headers()
			.firstValue("Location")
			.map((place) -> URI.create(place).getPath())
			.orElse(answer.body());
	}

	/**
	 * Return the problems that the endpoint lists.
	 * @return texts such as {@code INFO AM-102 Owners.find(int)}
	 * @throws Exception if the endpoint does not answer
	 */
	List<String> problems() throws Exception {
		List<Map<String, String>> problems = JsonPath.read(get("/actuator/autometrics"), "$.problems[*]");
		String prefix = ClinicApplication.class.getPackageName() + ".";
		return problems.stream()
			.map((problem) -> problem.get("severity") + " " + problem.get("code") + " "
					+ problem.get("place").replace(prefix, ""))
			.toList();
	}

	/**
	 * Return the calls that have ended.
	 * @return texts such as {@code Orders.place > Stock.take ok 2}
	 */
	List<String> calls() {
		List<String> calls = new ArrayList<>();
		for (Counter counter : this.context.getBean(MeterRegistry.class).find("function.calls").counters()) {
			if (counter.count() > 0) {
				Meter.Id id = counter.getId();
				String caller = function(id, "caller.module", "caller.function");
				calls.add((caller.equals(".") ? "" : caller + " > ") + function(id, "module", "function") + " "
						+ id.getTag("result") + " " + (int) counter.count());
			}
		}
		return calls;
	}

	private static String function(Meter.Id id, String module, String function) {
		String type = String.valueOf(id.getTag(module));
		return type.substring(type.lastIndexOf('.') + 1) + "." + id.getTag(function);
	}

	@Override
	public void close() throws IOException {
		this.context.close();
		this.classes.close();
	}

}
