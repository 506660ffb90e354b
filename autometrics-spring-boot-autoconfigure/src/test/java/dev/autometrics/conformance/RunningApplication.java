package dev.autometrics.conformance;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import dev.autometrics.conformance.app.ConformanceApplication;
import dev.autometrics.conformance.app.Opening;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.web.context.support.StandardServletEnvironment;

/**
 * The application in this JVM, on a free port. It sees the variables that it is given and
 * none of those of the machine.
 */
final class RunningApplication implements AutoCloseable {

	private static final Map<String, Object> DEFAULTS = Map.of("server.address", "127.0.0.1", "server.port", "0",
			"management.endpoints.web.exposure.include", "prometheus,autometrics", "spring.config.name", "conformance",
			"spring.main.banner-mode", "off", "autometrics.repository.detect", "false");

	private static Recorder recorder = Recorder.MICROMETER;

	private final ConfigurableApplicationContext context;

	private final Recorder.Recording recording;

	private RunningApplication(ConfigurableApplicationContext context, Recorder.Recording recording) {
		this.context = context;
		this.recording = recording;
	}

	/**
	 * Let applications that are started from now on record with something else.
	 * @param other what they record with
	 */
	static void recordWith(Recorder other) {
		recorder = other;
	}

	/**
	 * Start the application.
	 * @param properties properties such as {@code autometrics.version=1}
	 * @return the application, ready
	 */
	static RunningApplication start(String... properties) {
		return start(Map.of(), properties);
	}

	/**
	 * Start the application with environment variables.
	 * @param variables the variables
	 * @param properties properties such as {@code autometrics.version=1}
	 * @return the application, ready
	 */
	static RunningApplication start(Map<String, String> variables, String... properties) {
		String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
		StandardServletEnvironment environment = new StandardServletEnvironment();
		environment.getPropertySources()
			.replace(name, new SystemEnvironmentPropertySource(name, new HashMap<>(variables)));
		SpringApplication application = new SpringApplication(ConformanceApplication.class);
		application.setEnvironment(environment);
		// What runs the tests has a version too.
		application.setMainApplicationClass(ConformanceApplication.class);
		application.setDefaultProperties(DEFAULTS);
		Recorder.Recording recording = recorder.record(application);
		String[] arguments = Stream.concat(Stream.of(properties), recording.properties())
			.map((property) -> "--" + property)
			.toArray(String[]::new);
		RunningApplication running = new RunningApplication(application.run(arguments), recording);
		// There is no histogram without a call, as far as OpenTelemetry is concerned.
		running.bean(Opening.class).open();
		return running;
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	<T> T bean(String name, Class<T> type) {
		return this.context.getBean(name, type);
	}

	Scrape scrape() {
		return scrape(Form.TEXT);
	}

	Scrape scrape(Form form) {
		return this.recording.scrape(port(), form);
	}

	Sample buildInfo() {
		return scrape().named(Samples.BUILD_INFO).only();
	}

	/**
	 * Return what the endpoint tells of the application.
	 * @return the JSON object
	 */
	Map<String, Object> describe() {
		return JsonParserFactory.getJsonParser()
			.parseMap(Scrape.get(port(), "/actuator/autometrics", "application/json").body());
	}

	/**
	 * Return what the application serves.
	 * @param path the path
	 * @return the body
	 */
	String read(String path) {
		return Scrape.get(port(), path, "*/*").body();
	}

	private int port() {
		return this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	@Override
	public void close() {
		this.context.close();
		this.recording.close();
	}

}
